/**
 * Compares the built types of each entry with its report in etc/, so that a change of the public API shows in a
 * diff. `npm run api` writes the reports anew. Nothing that is public may be without a sentence of TSDoc.
 */
import { resolve } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { undocumented } from './docs/api-reference.mjs';

/** Report, types, and whether what they mention must be exported by the entry itself. */
const ENTRIES = /** @type {const} */ ([
  ['alloy-react', 'dist/esm/index.d.ts', true],
  ['alloy-react-server', 'dist/esm/server/index.d.ts', true],
  // It mentions types of the main entry.
  ['alloy-react-testing', 'dist/esm/testing/index.d.ts', false],
  ['alloy-react-devtools', 'dist/esm/devtools/index.d.ts', false],
  ['alloy-react-testing-playwright', 'dist/esm/testing/playwright/index.d.ts', false],
  ['alloy-react-testing-msw', 'dist/esm/testing/msw/index.d.ts', false],
]);
const isUpdate = process.argv.includes('--update');

const packageJsonFullPath = resolve('package.json');
let changed = 0;

for (const [name, types, isWhole] of ENTRIES) {
  const { apiReportChanged, succeeded } = Extractor.invoke(
    ExtractorConfig.prepare({
      packageJsonFullPath,
      configObjectFullPath: undefined,
      configObject: {
        projectFolder: resolve('.'),
        mainEntryPointFilePath: resolve(types),
        newlineKind: 'lf',
        compiler: {
          overrideTsconfig: {
            extends: resolve('tsconfig.json'),
            compilerOptions: { types: ['node', 'react'] },
            include: [types],
          },
        },
        apiReport: {
          enabled: true,
          reportFileName: name,
          reportFolder: resolve('etc'),
          reportTempFolder: resolve('temp/api'),
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        messages: {
          extractorMessageReporting: {
            default: { logLevel: 'error' },
            'ae-forgotten-export': { logLevel: isWhole ? 'error' : 'none' },
            // All that is exported is public. What has no documentation is found in the source, below.
            'ae-missing-release-tag': { logLevel: 'none' },
            'ae-undocumented': { logLevel: 'none' },
          },
        },
      },
    }),
    { localBuild: isUpdate, showVerboseMessages: false },
  );
  if (!succeeded || (apiReportChanged && !isUpdate)) changed++;
}

const wordless = undocumented();
if (wordless.length > 0) {
  console.error(`Without TSDoc:\n  ${wordless.join('\n  ')}`);
  process.exitCode = 1;
}

if (changed > 0) {
  console.error('Is the change of the public API meant? `npm run api` puts it into etc/.');
  process.exitCode = 1;
}
