import type { ModalKind } from '../../core/contract/modal';

export interface SandboxPage {
  kind: ModalKind;
  heading: string;
  /** The app being connected. */
  app: string;
  icon: string | null;
}

/** The page in the sandbox's frame. It runs no script: whoever drew the frame listens to its buttons. */
export function sandboxPage({ kind, heading, app, icon }: SandboxPage): string {
  const name = escapeHtml(app);
  const logo = icon
    ? `<img src="${escapeHtml(icon)}" alt="" width="40" height="40">`
    : escapeHtml(app.charAt(0).toUpperCase());
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(heading)}</title>
<style>${STYLE}</style>
<body data-step="ask">
  <header>
    <span class="tile">${logo}</span>
    <h1>${escapeHtml(heading)}</h1>
    <p>Sign in to ${name} and let this app ${kind === 'install' ? 'run its workflows there' : 'use your account'}.</p>
  </header>
  <main>
    <label>Store or account<input value="acme" autocomplete="off"></label>
    <ul>
      <li>Read products, orders and contacts</li>
      <li>Keep them in sync, both ways</li>
      <li>Disconnect at any time</li>
    </ul>
  </main>
  <div class="actions">
    <button class="primary" data-action="connect">Connect ${name}</button>
    <button data-action="fail">Let it fail</button>
    <button data-action="close">Not now</button>
  </div>
  <p class="done" role="status"></p>
  <footer>Sandbox: drawn offline in place of Alloy's page.</footer>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const STYLE = `
* { box-sizing: border-box; }
html { color-scheme: light; }
body { display: flex; flex-direction: column; gap: 20px; min-height: 100vh; margin: 0; padding: 40px 32px 20px;
  background: #fff; color: #18181b; font: 15px/1.5 system-ui, sans-serif; }
header { text-align: center; }
.tile { display: inline-grid; place-items: center; width: 64px; height: 64px; overflow: hidden; border: 1px solid #e4e4e7;
  border-radius: 16px; box-shadow: 0 1px 3px rgb(0 0 0 / .08); font-size: 26px; font-weight: 650; }
h1 { margin: 18px 0 4px; font-size: 20px; line-height: 1.3; overflow-wrap: anywhere; }
p { margin: 0; color: #5f5f69; }
label { display: grid; gap: 6px; font-size: 13px; font-weight: 600; }
input { width: 100%; padding: 10px 12px; border: 1px solid #d4d4d8; border-radius: 8px; font: inherit; font-weight: 400; }
ul { display: grid; gap: 8px; margin: 20px 0 0; padding: 0; list-style: none; color: #3f3f46; }
li { padding-left: 26px; position: relative; }
li::before { content: ''; position: absolute; left: 6px; top: 4px; width: 5px; height: 10px; border: solid #0f6b3d;
  border-width: 0 2px 2px 0; transform: rotate(40deg); }
.actions { display: grid; gap: 8px; margin-top: auto; }
button { padding: 10px 16px; border: 1px solid #d4d4d8; border-radius: 8px; background: #fff; color: #18181b;
  font: inherit; font-weight: 600; cursor: pointer; }
button:hover { background: #f4f4f5; }
button.primary { border-color: #18181b; background: #18181b; color: #fff; }
button.primary:hover { background: #34343a; }
:focus-visible { outline: 2px solid #3b6ef6; outline-offset: 2px; }
footer { font-size: 12px; color: #6b6b75; text-align: center; }
.done { display: none; margin: auto; color: #0f6b3d; font-size: 18px; font-weight: 650; }
[data-step=done] :is(main, .actions) { display: none; }
[data-step=done] .done { display: block; }
`;
