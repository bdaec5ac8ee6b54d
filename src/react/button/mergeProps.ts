'use client';

import type { ComponentPropsWithRef } from 'react';

export type HostProps = ComponentPropsWithRef<'button'> & Record<`data-${string}`, unknown>;

/**
 * The host's props over ours: theirs win, class names, descriptions and styles add up, and event handlers run one after
 * the other, ours last and only if theirs did not call preventDefault(). A ref is not an event handler: it is
 * composed elsewhere.
 */
export function mergeProps(ours: HostProps, theirs: HostProps): HostProps {
  const own: Record<string, unknown> = { ...ours };
  const merged: Record<string, unknown> = { ...own, ...theirs };
  for (const [name, value] of Object.entries(theirs)) {
    const before = own[name];
    if (value === undefined || name === 'ref') merged[name] = before;
    else if ((name === 'className' || name === 'aria-describedby') && typeof before === 'string')
      merged[name] = `${before} ${String(value)}`;
    else if (name === 'style' && before) merged[name] = { ...before, ...value };
    else if (/^on[A-Z]/.test(name) && typeof before === 'function' && typeof value === 'function') {
      merged[name] = (event?: { defaultPrevented?: boolean }): void => {
        (value as (event: unknown) => void)(event);
        if (!event?.defaultPrevented) (before as (event: unknown) => void)(event);
      };
    }
  }
  return merged;
}
