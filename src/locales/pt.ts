import type { AlloyError } from '../errors/alloy-error';
import type { AlloyLabels } from '../react/labels';

/**
 * Every word of the library in Portuguese, for `labels` of the provider.
 *
 * @example
 * ```tsx
 * import { pt } from 'alloy-react/locales/pt';
 *
 * <AlloyProvider tokenUrl="/api/alloy/token" labels={pt}>
 *   <App />
 * </AlloyProvider>;
 * ```
 */
export const pt: AlloyLabels = {
  button: {
    idle: 'Conectar',
    loading: 'Abrindo…',
    open: 'Conectando…',
    success: 'Conectado',
    error: 'Tentar novamente',
    offline: 'Sem conexão. Verifique a sua rede.',
    failed: 'Não funcionou.',
  },
  catalog: {
    title: 'Integrações',
    search: 'Pesquisar integrações',
    empty: 'Ainda não há integrações.',
    noMatch: 'Nenhuma integração corresponde à sua pesquisa.',
    loading: 'Carregando integrações…',
    error: 'Não foi possível carregar as integrações.',
    retry: 'Tentar novamente',
    installed: 'Instalada',
    updateAvailable: 'Atualização disponível',
    manage: 'Gerenciar',
    update: 'Atualizar',
    switchError: (workflow, error) =>
      `${workflow}: não funcionou. ${reason(error)} Tente novamente.`,
    results: (count) => (count === 1 ? '1 integração' : `${count} integrações`),
    showAll: (count) => `Mostrar tudo (${count})`,
    showFewer: 'Mostrar menos',
    disconnect: 'Desconectar',
    disconnectQuestion: (name) => `Desconectar ${name}?`,
    disconnectConsequence: (name) =>
      `Os fluxos são interrompidos e removidos com as suas configurações. Você pode conectar ${name} novamente a qualquer momento.`,
    disconnectCancel: 'Cancelar',
    disconnecting: 'Desconectando…',
    disconnected: (name) => `${name} foi desconectado.`,
    disconnectError: (name, error) =>
      `Não foi possível desconectar ${name}. ${disconnectReason(error)} Tente novamente.`,
  },
  modal: {
    title: 'Conectar um aplicativo',
    close: 'Fechar',
    unreachable: 'Não foi possível carregar esta página.',
    retry: 'Tentar novamente',
  },
};

function reason({ code, status }: AlloyError): string {
  if (code === 'api/unauthorized') return 'Não é permitido.';
  return status === undefined
    ? 'Não foi possível contatar a Alloy.'
    : `A Alloy recusou (${status}).`;
}

function disconnectReason({ code, status }: AlloyError): string {
  if (code === 'disconnect/unauthorized') return 'Não é permitido ou a sessão terminou.';
  return status === undefined ? 'Não houve resposta.' : 'O pedido foi recusado.';
}
