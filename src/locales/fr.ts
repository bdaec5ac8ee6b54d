import type { AlloyError } from '../errors/alloy-error';
import type { AlloyLabels } from '../react/labels';

/**
 * Every word of the library in French, for `labels` of the provider.
 *
 * @example
 * ```tsx
 * import { fr } from 'alloy-react/locales/fr';
 *
 * <AlloyProvider tokenUrl="/api/alloy/token" labels={fr}>
 *   <App />
 * </AlloyProvider>;
 * ```
 */
export const fr: AlloyLabels = {
  button: {
    idle: 'Connecter',
    loading: 'Ouverture…',
    open: 'Connexion…',
    success: 'Connecté',
    error: 'Réessayer',
    offline: 'Pas de connexion. Vérifiez votre réseau.',
    failed: 'Cela n’a pas fonctionné.',
  },
  catalog: {
    title: 'Intégrations',
    search: 'Rechercher une intégration',
    empty: 'Il n’y a pas encore d’intégration.',
    noMatch: 'Aucune intégration ne correspond à votre recherche.',
    loading: 'Chargement des intégrations…',
    error: 'Les intégrations n’ont pas pu être chargées.',
    retry: 'Réessayer',
    installed: 'Installée',
    updateAvailable: 'Mise à jour disponible',
    manage: 'Gérer',
    update: 'Mettre à jour',
    switchError: (workflow, error) =>
      `${workflow} : cela n’a pas fonctionné. ${reason(error)} Veuillez réessayer.`,
    results: (count) => (count < 2 ? `${count} intégration` : `${count} intégrations`),
    showAll: (count) => `Tout afficher (${count})`,
    showFewer: 'Afficher moins',
    disconnect: 'Déconnecter',
    disconnectQuestion: (name) => `Déconnecter ${name} ?`,
    disconnectConsequence: (name) =>
      `Ses automatisations s’arrêtent et sont supprimées avec leurs réglages. Vous pourrez reconnecter ${name} à tout moment.`,
    disconnectCancel: 'Annuler',
    disconnecting: 'Déconnexion…',
    disconnected: (name) => `${name} est déconnecté.`,
    disconnectError: (name, error) =>
      `${name} n’a pas pu être déconnecté. ${disconnectReason(error)} Veuillez réessayer.`,
  },
  modal: {
    title: 'Connecter une application',
    close: 'Fermer',
    unreachable: 'Cette page n’a pas pu être chargée.',
    retry: 'Réessayer',
  },
};

function reason({ code, status }: AlloyError): string {
  if (code === 'api/unauthorized') return 'Ce n’est pas autorisé.';
  return status === undefined ? 'Alloy est injoignable.' : `Alloy l’a refusé (${status}).`;
}

function disconnectReason({ code, status }: AlloyError): string {
  if (code === 'disconnect/unauthorized')
    return 'Ce n’est pas autorisé, ou vous n’êtes plus connecté.';
  return status === undefined ? 'Aucune réponse n’est arrivée.' : 'La demande a été refusée.';
}
