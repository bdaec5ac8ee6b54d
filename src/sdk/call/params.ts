import type { ModalOptions } from '../../core/contract/modal';

/** The SDK writes every value into the URL as it is: a `#` in one would cut off the token behind it. */
export function installParams(options: ModalOptions): Record<string, unknown> {
  const { hide, alwaysShowAuthentication, workflowSelection, operation } = options;
  const isChange = operation === 'edit' || operation === 'update';
  return {
    integrationId: encodeText(options.integrationId),
    // Always as arrays: for `versionIds` of another kind the SDK sends the workflowIds in their place.
    workflowIds: encodeList(options.workflowIds),
    versionIds: encodeList(options.versionIds),
    title: encodeText(options.title),
    preFilledValues: options.preFilledValues?.map(encodeJson),
    outputOverride: options.outputOverride?.map(encodeJson),
    hide,
    // As the SDK's own edit() and update() do.
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

/** JavaScript callers pass a single string too. */
function encodeList(list: readonly string[] | string | undefined): string[] | undefined {
  return list === undefined ? undefined : [list].flat().map(encode);
}

function encode(text: string): string {
  // Half a surrogate pair, with which a string that was cut may end, makes encodeURIComponent throw.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/**
 * Prepares JSON for the SDK, which writes `JSON.stringify(value)` into a URL as it is: every string in it is
 * escaped for JSON and then for the URL. Whoever decodes the URL once and parses the JSON gets the value as it was.
 */
function encodeJson(value: unknown): unknown {
  // What JSON would make of it first: dates, undefined and objects with a toJSON are gone then.
  const json = JSON.stringify(value) as string | undefined;
  return json === undefined ? null : encodeStrings(JSON.parse(json));
}

function encodeStrings(value: unknown): unknown {
  if (typeof value === 'string') return encodeForJson(value);
  if (Array.isArray(value)) return value.map(encodeStrings);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [encodeForJson(key), encodeStrings(item)]),
  );
}

function encodeForJson(text: string): string {
  return encodeURIComponent(JSON.stringify(text).slice(1, -1));
}
