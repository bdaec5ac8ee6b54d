import { test } from 'vitest';
import { installApp, tell } from '../support/install-app';

const TODAY = ['bundler', 'node16', 'nodenext'];
/** The oldest, some between, and the last ones that a program can use. */
const VERSIONS = ['5.0', '5.4', '5.9', '6.0'];
/** Of the compiler in Go, which has a command alone, and no node10. */
const NATIVE = '7';

test.each(['19', '18'])(
  'the types hold with @types/react %s, from TypeScript 5.0 to the newest, however modules are resolved',
  (react) => {
    const app = installApp('typescript', [
      ...['react', 'react-dom', '@types/react', '@types/react-dom'].map(
        (name) => `${name}@${react}`,
      ),
      '@types/node@20',
      ...[...VERSIONS, NATIVE].map((version) => `typescript-${version}@npm:typescript@${version}`),
    ]);
    for (const version of VERSIONS) {
      tell(app.node('check.cjs', [`typescript-${version}`, ...TODAY, 'node10']));
    }
    for (const resolution of TODAY) {
      for (const exact of ['true', 'false']) {
        const module = resolution === 'bundler' ? 'esnext' : resolution;
        app.node(`node_modules/typescript-${NATIVE}/bin/tsc`, [
          ...['--noEmit', '--strict', '--skipLibCheck', '--jsx', 'react-jsx', '--target', 'es2022'],
          ...['--module', module, '--moduleResolution', resolution],
          ...['--exactOptionalPropertyTypes', exact, '--types', 'node,react,react-dom', 'app.tsx'],
        ]);
        tell(`tried: TypeScript ${NATIVE}, ${resolution}, exactOptionalPropertyTypes ${exact}`);
      }
    }
    tell(`tried: all of these with @types/react ${react}`);
  },
  900_000,
);
