/**
 * `node check.cjs TYPESCRIPT RESOLUTION...`: type-checks app.tsx under each resolution, with exactOptionalPropertyTypes on and
 * off, and prints what the compiler says of it and of the package.
 */
const { resolve } = require('node:path');
const [name, ...resolutions] = process.argv.slice(2);
const ts = require(name);

for (const moduleResolution of resolutions) {
  for (const exactOptionalPropertyTypes of [true, false]) {
    const old = moduleResolution === 'node10';
    const { options, errors } = ts.convertCompilerOptionsFromJson(
      {
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        module: moduleResolution === 'bundler' ? 'esnext' : old ? 'commonjs' : moduleResolution,
        // What node10 is called before TypeScript 5.
        moduleResolution: old ? 'node' : moduleResolution,
        ...(old && ts.versionMajorMinor >= '6' && { ignoreDeprecations: '6.0' }),
        jsx: 'react-jsx',
        strict: true,
        exactOptionalPropertyTypes,
        noEmit: true,
        types: ['node', 'react', 'react-dom'],
      },
      __dirname,
    );
    const program = ts.createProgram([resolve(__dirname, 'app.tsx')], options);
    const own = program
      .getSourceFiles()
      .filter(({ fileName }) => /\/app\.tsx$|\/alloy-react\//.test(fileName));
    if (own.length < 5) throw new Error('The package was not found.');
    const said = [
      ...errors,
      ...own.flatMap((file) => [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
      ]),
    ];
    const how = `${moduleResolution}, exactOptionalPropertyTypes ${exactOptionalPropertyTypes}`;
    console.log(`tried: TypeScript ${ts.version}, ${how}`);
    for (const { messageText, file } of said) {
      console.log(
        `COMPLAINT ${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      );
      process.exitCode = 1;
    }
  }
}
