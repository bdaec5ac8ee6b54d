import { resolve } from 'node:path';
import { build } from 'esbuild';

const SUBJECTS = resolve('test/bench/react/subjects');

/** One React for the library and all that it is compared with; the library as it was built. */
const SHARED = {
  bundle: true,
  minify: true,
  format: /** @type {const} */ ('esm'),
  jsx: /** @type {const} */ ('automatic'),
  write: false,
  logLevel: /** @type {const} */ ('error'),
  define: { 'process.env.NODE_ENV': '"production"' },
  alias: {
    react: resolve('node_modules/react'),
    'react-dom': resolve('node_modules/react-dom'),
    'alloy-react/testing': resolve('dist/esm/testing/index.js'),
    'alloy-react': resolve('dist/esm/index.js'),
  },
};

const PAGE = `
  import { createElement } from 'react';
  import { createRoot, hydrateRoot } from 'react-dom/client';
  import { App } from 'SUBJECT';

  let container, root;
  const element = (props, onReady) => createElement(App, { ...props, onReady });
  /** Effects of effects, and the layout. */
  async function settle() {
    for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done));
    document.body.getBoundingClientRect();
  }
  function makeContainer(html = '') {
    container = document.createElement('main');
    container.innerHTML = html;
    document.body.append(container);
  }
  window.bench = {
    async mount(props) {
      makeContainer();
      root = createRoot(container);
      await bench.update(props);
    },
    async update(props) {
      await new Promise((done) => root.render(element(props, done)));
      await settle();
    },
    async updateTimes(props, times) {
      for (let time = 0; time < times; time++) await new Promise((done) => root.render(element(props, done)));
      await settle();
    },
    /** To what says nothing when it is there. */
    async leave(props) {
      root.render(element(props));
      await settle();
    },
    prepare: makeContainer,
    async hydrate(props) {
      await new Promise((done) => { root = hydrateRoot(container, element(props, done)); });
      await settle();
    },
    /** Until that many cards are there, or too much time has passed. */
    async mountCards(count, ms) {
      makeContainer();
      root = createRoot(container);
      root.render(element({ count }));
      const cards = container.getElementsByTagName('li');
      const end = performance.now() + ms;
      while (cards.length < count && performance.now() < end) await new Promise((done) => setTimeout(done, 20));
      await settle();
      return cards.length >= count;
    },
    async unmount() {
      root.unmount();
      container.remove();
      await settle();
    },
  };
`;

/**
 * A page's script for a subject, and the chunks that it may load: file name to code.
 *
 * @param {string} subject
 * @returns {Promise<Map<string, string>>}
 */
export async function bundleForPage(subject) {
  const { outputFiles } = await build({
    ...SHARED,
    stdin: { contents: PAGE.replace('SUBJECT', `./${subject}.jsx`), resolveDir: SUBJECTS },
    splitting: true,
    outdir: '/',
    entryNames: 'page',
  });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), text]));
}

/**
 * Renders a subject to a string, as a server does.
 *
 * @param {string} subject
 * @returns {Promise<(props: object) => string>}
 */
export async function bundleForServer(subject) {
  const { outputFiles } = await build({
    ...SHARED,
    stdin: {
      contents: `
        import { createElement } from 'react';
        import { renderToString } from 'react-dom/server';
        import { App } from './${subject}.jsx';
        export const render = (props) => renderToString(createElement(App, props));
      `,
      resolveDir: SUBJECTS,
    },
    platform: 'node',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire('file:///');",
    },
  });
  const code = Buffer.from(outputFiles[0]?.text ?? '').toString('base64');
  const { render } = await import(`data:text/javascript;base64,${code}`);
  return render;
}
