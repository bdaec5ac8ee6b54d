/** JEST_ENVIRONMENT and JEST_TRANSFORM vary what is tried; without them it is what most apps have. */
const TRANSFORMS = {
  babel: undefined,
  swc: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  'ts-jest': {
    '\\.tsx?$': [
      'ts-jest',
      { tsconfig: { jsx: 'react-jsx', module: 'commonjs', esModuleInterop: true, strict: true } },
    ],
  },
};
const transform = TRANSFORMS[process.env.JEST_TRANSFORM ?? 'babel'];

module.exports = {
  testTimeout: 20_000,
  testEnvironment: process.env.JEST_ENVIRONMENT ?? 'jsdom',
  ...(transform && { transform }),
};
