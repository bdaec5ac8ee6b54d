import type { ModalOptions } from '../../core/contract/modal';
import { encodeJson } from './encode-json';

/** The SDK writes every value into the URL as it is: a `#` in one would cut off the token behind it. */
export function installParams(options: ModalOptions): Record<string, unknown> {
  const { hide, alwaysShowAuthentication, workflowSelection, operation } = options;
  const isChange = operation === 'edit' || operation === 'update';
  return {
    integrationId: encodeText(options.integrationId),
    // As arrays always: for `versionIds` that are none the SDK sends the workflowIds in their place.
    workflowIds: encodeList(options.workflowIds),
    versionIds: encodeList(options.versionIds),
    title: encodeText(options.title),
    preFilledValues: options.preFilledValues?.map(encodeJson),
    outputOverride: options.outputOverride?.map(encodeJson),
    hide,
    // What the SDK's own edit() and update() set.
    alwaysShowAuthentication: alwaysShowAuthentication ?? (isChange || undefined),
    workflowSelection,
    operation,
  };
}

export function authenticateParams(options: ModalOptions): Record<string, unknown> {
  return {
    app: encodeText(options.app),
    category: encodeText(options.category),
    integrationId: encodeText(options.integrationId),
    useUnifiedSettings: options.useUnifiedSettings,
  };
}

function encodeText(text: string | undefined): string | undefined {
  return text && encode(text);
}

/** JavaScript callers pass a single text too. */
function encodeList(list: readonly string[] | string | undefined): string[] | undefined {
  return list === undefined ? undefined : [list].flat().map(encode);
}

function encode(text: string): string {
  // Half a surrogate pair, with which a cut-off text may end, makes encodeURIComponent throw.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
