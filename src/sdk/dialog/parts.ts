import type { ModalLabels } from '../../core/contract/modal';
import { markForOthers } from './foreign-marks';
import { place } from './layout';

/** The parts of the dialog that are ours and not the SDK's. */
export interface DialogParts {
  dialog: HTMLDialogElement;
  header: HTMLElement;
  close: HTMLButtonElement;
  /** Stands over the frame until its page is there, or instead of it. */
  cover: HTMLElement;
  /** After all else that the Tab key reaches. */
  lastStop: HTMLElement;
  /** As large as the page; nobody sees it. */
  probe: HTMLElement;
}

let dialogs = 0;

export function createDialogParts(document: Document, labels: ModalLabels): DialogParts {
  const dialog = document.createElement('dialog');
  const header = document.createElement('div');
  const title = document.createElement('h2');
  const close = document.createElement('button');
  const cover = document.createElement('div');
  const lastStop = document.createElement('span');
  const probe = document.createElement('span');
  place(dialog, 'dialog');
  place(header, 'header');
  place(title, 'title');
  place(close, 'close');
  place(cover, 'cover');
  place(probe, 'probe');

  title.id = `alloy-dialog-title-${(dialogs += 1)}`;
  title.textContent = labels.title;
  close.type = 'button';
  close.setAttribute('aria-label', labels.close);
  close.append(cross(document));
  header.append(title, close);
  // The skeleton of a page; drawn in styles.css.
  cover.append(...Array.from({ length: 5 }, () => document.createElement('span')));

  dialog.tabIndex = -1;
  lastStop.tabIndex = 0;
  // A modal <dialog> has both already; tools that read the attributes want them.
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.setAttribute('aria-busy', 'true');
  for (const element of [dialog, close, lastStop]) markForOthers(element);
  return { dialog, header, close, cover, lastStop, probe };
}

/** In place of a page that did not come. */
export function createApology(
  document: Document,
  labels: ModalLabels,
): { apology: HTMLElement; retry: HTMLButtonElement } {
  const apology = document.createElement('div');
  const message = document.createElement('p');
  const retry = document.createElement('button');
  place(apology, 'apology');
  message.setAttribute('role', 'alert');
  message.textContent = labels.unreachable;
  retry.type = 'button';
  retry.className = 'alloy-button';
  retry.textContent = labels.retry;
  markForOthers(retry);
  apology.append(message, retry);
  return { apology, retry };
}

function cross(document: Document): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('width', '16');
  svg.setAttribute('height', '16');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M3.5 3.5l9 9m0-9l-9 9');
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', 'currentcolor');
  path.setAttribute('stroke-width', '1.75');
  path.setAttribute('stroke-linecap', 'round');
  svg.append(path);
  return svg;
}
