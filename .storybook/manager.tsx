import { addons } from 'storybook/manager-api';
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { registerDevtools } from './manager/devtools';
import { registerTools } from './manager/tools';
import { onSystemScheme, schemeOf, storedChoice, storeChoice, themes } from './theme';

let choice = storedChoice();

addons.setConfig({
  theme: themes[schemeOf(choice)],
  sidebar: { showRoots: true },
});

addons.register('alloy-react', (api) => {
  function paint(): void {
    api.setOptions({ theme: themes[schemeOf(choice)] });
  }

  function onGlobals({ globals }: { globals: Record<string, unknown> }): void {
    const { theme } = globals;
    choice = theme === 'light' || theme === 'dark' ? theme : 'system';
    storeChoice(choice);
    paint();
  }

  api.on(SET_GLOBALS, onGlobals);
  api.on(GLOBALS_UPDATED, onGlobals);
  onSystemScheme(paint);
});

registerTools();
registerDevtools();
nameThePages();

/** "Guides/Tokens - Docs ⋅ Storybook" is no title for a bookmark. */
function nameThePages(): void {
  function rename(): void {
    const [page = ''] = document.title.split(' ⋅ ');
    const name = page.replace(/ - Docs$/, '').replace(/^Storybook$/, '');
    const title = name === '' || name === 'alloy-react' ? 'alloy-react' : `${name} · alloy-react`;
    if (document.title !== title && !document.title.endsWith('alloy-react')) document.title = title;
  }
  new MutationObserver(rename).observe(document.head, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  rename();
}
