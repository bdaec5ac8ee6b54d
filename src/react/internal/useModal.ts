'use client';

import { useEffect, useInsertionEffect } from 'react';
import type {
  ModalCallbacks,
  ModalKind,
  ModalOptions,
  ModalResult,
  ModalState,
} from '../../core/contract/modal';
import { createModalSession, type ModalSession } from '../../core/modal/session';
import { useAlloyCore } from '../context';
import { useKeyed } from './useKeyed';
import { useStore } from './useStore';

/** One session of the modal for one component, and for one target of it where it has one: closed when either goes. */
export function useModal(
  kind: ModalKind,
  where: string,
  options: ModalOptions & ModalCallbacks<ModalResult>,
  target?: string,
): [ModalState<ModalResult>, ModalSession] {
  const alloy = useAlloyCore(where);
  const session = useKeyed(alloy, () => createModalSession(kind, alloy), target);

  useInsertionEffect(() => {
    session.setOptions(options);
  });
  useEffect(() => session.mount(), [session]);

  return [useStore(session.store), session];
}
