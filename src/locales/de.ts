import type { AlloyError } from '../errors/alloy-error';
import type { AlloyLabels } from '../react/labels';

/**
 * Every word of the library in German, for `labels` of the provider.
 *
 * @example
 * ```tsx
 * import { de } from 'alloy-react/locales/de';
 *
 * <AlloyProvider tokenUrl="/api/alloy/token" labels={de}>
 *   <App />
 * </AlloyProvider>;
 * ```
 */
export const de: AlloyLabels = {
  button: {
    idle: 'Verbinden',
    loading: 'Wird geöffnet…',
    open: 'Wird verbunden…',
    success: 'Verbunden',
    error: 'Erneut versuchen',
    offline: 'Keine Verbindung. Bitte prüfen Sie Ihr Netz.',
    failed: 'Das hat nicht geklappt.',
  },
  catalog: {
    title: 'Integrationen',
    search: 'Integrationen durchsuchen',
    empty: 'Es gibt noch keine Integrationen.',
    noMatch: 'Keine Integration passt zu Ihrer Suche.',
    loading: 'Integrationen werden geladen…',
    error: 'Die Integrationen konnten nicht geladen werden.',
    retry: 'Erneut versuchen',
    installed: 'Installiert',
    updateAvailable: 'Aktualisierung verfügbar',
    manage: 'Verwalten',
    update: 'Aktualisieren',
    switchError: (workflow, error) =>
      `${workflow}: Das hat nicht geklappt. ${reason(error)} Bitte versuchen Sie es noch einmal.`,
    results: (count) => (count === 1 ? '1 Integration' : `${count} Integrationen`),
    showAll: (count) => `Alle ${count} anzeigen`,
    showFewer: 'Weniger anzeigen',
    disconnect: 'Verbindung trennen',
    disconnectQuestion: (name) => `${name} trennen?`,
    disconnectConsequence: (name) =>
      `Die Abläufe dieser Integration halten an und werden mit ihren Einstellungen entfernt. Sie können ${name} jederzeit wieder verbinden.`,
    disconnectCancel: 'Abbrechen',
    disconnecting: 'Wird getrennt…',
    disconnected: (name) => `${name} ist getrennt.`,
    disconnectError: (name, error) =>
      `${name} konnte nicht getrennt werden. ${disconnectReason(error)} Bitte versuchen Sie es noch einmal.`,
  },
  modal: {
    title: 'App verbinden',
    close: 'Schließen',
    unreachable: 'Diese Seite konnte nicht geladen werden.',
    retry: 'Erneut versuchen',
  },
};

function reason({ code, status }: AlloyError): string {
  if (code === 'api/unauthorized') return 'Es ist nicht erlaubt.';
  return status === undefined
    ? 'Alloy ist nicht erreichbar.'
    : `Alloy hat es abgelehnt (${status}).`;
}

function disconnectReason({ code, status }: AlloyError): string {
  if (code === 'disconnect/unauthorized')
    return 'Es ist nicht erlaubt, oder Sie sind nicht mehr angemeldet.';
  return status === undefined ? 'Es kam keine Antwort.' : 'Die Anfrage wurde abgelehnt.';
}
