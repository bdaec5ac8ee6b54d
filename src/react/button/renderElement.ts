'use client';

import * as React from 'react';
import { cloneElement, useMemo, version, type ReactElement, type Ref } from 'react';
import { mergeProps, type HostProps } from './mergeProps';

type Node = HTMLButtonElement;

/** What a server component hands to `render` arrives wrapped: as a lazy element, or as a promise of one. */
interface Lazy {
  _init(payload: unknown): unknown;
  _payload: unknown;
}

/** @returns the host's own element; suspends while it is on its way */
export function unwrapped(render: ReactElement | PromiseLike<ReactElement>): ReactElement {
  if ('then' in render) {
    // React 18 has none, and no server components either.
    const { use } = React as { use?: (promise: unknown) => unknown };
    // eslint-disable-next-line react-hooks/rules-of-hooks -- the one hook that may stand in a condition
    return use?.(render) as ReactElement;
  }
  const { _init, _payload } = render as Partial<Lazy>;
  return _init ? (_init(_payload) as ReactElement) : render;
}

/** The host's element with our props merged into its own. */
export function renderElement(element: ReactElement, props: HostProps): ReactElement {
  return cloneElement(element, mergeProps(props, element.props as HostProps));
}

/** Until React 19 the ref of an element is not one of its props, and reading the other place warns. */
export function refOf(element: ReactElement | null): Ref<Node> | undefined {
  const holder = version.startsWith('18') ? element : element?.props;
  return (holder as { ref?: Ref<Node> } | null | undefined)?.ref;
}

/** One ref that serves both; the same one for as long as both are. */
export function useComposedRef(
  a: Ref<Node> | undefined,
  b: Ref<Node> | undefined,
): Ref<Node> | undefined {
  return useMemo(() => (a && b ? compose([a, b]) : (a ?? b)), [a, b]);
}

function compose(refs: Ref<Node>[]): (node: Node | null) => (() => void) | undefined {
  return (node) => {
    const cleanups = refs.map((ref) => assign(ref, node));
    // One that gives a function to clean up is not called with null.
    if (!cleanups.some(Boolean)) return undefined;
    return () => {
      refs.forEach((ref, index) => {
        const cleanup = cleanups[index];
        if (cleanup) cleanup();
        else assign(ref, null);
      });
    };
  };
}

function assign(ref: Ref<Node>, node: Node | null): (() => void) | undefined {
  if (typeof ref === 'function') return ref(node) ?? undefined;
  if (ref) ref.current = node;
  return undefined;
}
