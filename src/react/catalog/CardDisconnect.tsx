'use client';

import { useEffect, useId, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { Integration } from '../../core/integrations/integration';
import type { AlloyError } from '../../errors/alloy-error';
import { useDisconnect } from '../hooks/useDisconnect';
import type { CatalogLabels } from '../labels';
import { useEscape } from './useEscape';

interface CardDisconnectProps {
  integration: Integration;
  /** The id of what says which integration it is of. */
  describedBy: string;
  /** The card's own button, which gets the focus when this goes. */
  action: RefObject<HTMLElement | null>;
  words: CatalogLabels;
  onError(error: AlloyError): void;
  /** Has a screen reader say something, also when the card is gone. */
  say(text: string): void;
}

/** Takes the integration of a card away, after a question. The question stands in the card, so that it works in any dialog. */
export function CardDisconnect({
  integration: { integrationId, name },
  describedBy,
  action,
  words,
  onError,
  say,
}: CardDisconnectProps): ReactElement {
  const { disconnect, error } = useDisconnect(integrationId);
  const [isAsking, setIsAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const isBack = useRef(false);

  useEscape(root, isAsking ? cancel : null);
  useEffect(() => {
    if (error) onError(error);
  }, [error, onError]);
  useEffect(() => {
    if (isBack.current) opener.current?.focus();
    isBack.current = false;
  }, [isAsking]);

  function cancel(): void {
    isBack.current = true;
    setIsAsking(false);
  }

  function confirm(): void {
    action.current?.focus();
    setIsAsking(false);
    say(words.disconnecting);
    void disconnect().then(({ status }) =>
      // A failure is an alert in the card.
      say(status === 'success' ? words.disconnected(name) : ''),
    );
  }

  return (
    <div ref={root} className="alloy-catalog-disconnect">
      {error && (
        <p role="alert" className="alloy-catalog-problem">
          {typeof words.disconnectError === 'string'
            ? `${name}: ${words.disconnectError}`
            : words.disconnectError(name, error)}
        </p>
      )}
      {isAsking ? (
        <Question
          question={words.disconnectQuestion(name)}
          consequence={words.disconnectConsequence(name)}
          confirmLabel={words.disconnect}
          cancelLabel={words.disconnectCancel}
          onConfirm={confirm}
          onCancel={cancel}
        />
      ) : (
        <button
          ref={opener}
          type="button"
          className="alloy-catalog-fold"
          aria-describedby={describedBy}
          onClick={() => setIsAsking(true)}
        >
          {words.disconnect}
        </button>
      )}
    </div>
  );
}

interface QuestionProps {
  question: string;
  consequence: string;
  confirmLabel: string;
  cancelLabel: string;
  onConfirm(): void;
  onCancel(): void;
}

/** Takes the focus, on the answer that changes nothing: a screen reader then reads all of it. */
function Question(props: QuestionProps): ReactElement {
  const questionId = useId();
  const consequenceId = useId();
  const cancelButton = useRef<HTMLButtonElement>(null);

  useEffect(() => cancelButton.current?.focus(), []);

  return (
    <div
      role="group"
      className="alloy-catalog-question"
      aria-labelledby={questionId}
      aria-describedby={consequenceId}
    >
      <p id={questionId} className="alloy-catalog-text">
        <strong>{props.question}</strong>
      </p>
      <p id={consequenceId} className="alloy-catalog-text">
        {props.consequence}
      </p>
      <button
        type="button"
        className="alloy-button alloy-catalog-danger"
        aria-describedby={consequenceId}
        onClick={props.onConfirm}
      >
        {props.confirmLabel}
      </button>
      <button ref={cancelButton} type="button" className="alloy-button" onClick={props.onCancel}>
        {props.cancelLabel}
      </button>
    </div>
  );
}
