import type { AlloyError } from '../errors/alloy-error';
import type { AlloyLabels } from '../react/labels';

/**
 * Every word of the library in Spanish, for `labels` of the provider.
 *
 * @example
 * ```tsx
 * import { es } from 'alloy-react/locales/es';
 *
 * <AlloyProvider tokenUrl="/api/alloy/token" labels={es}>
 *   <App />
 * </AlloyProvider>;
 * ```
 */
export const es: AlloyLabels = {
  button: {
    idle: 'Conectar',
    loading: 'Abriendo…',
    open: 'Conectando…',
    success: 'Conectado',
    error: 'Reintentar',
    offline: 'Sin conexión. Compruebe su red.',
    failed: 'No ha funcionado.',
  },
  catalog: {
    title: 'Integraciones',
    search: 'Buscar integraciones',
    empty: 'Todavía no hay integraciones.',
    noMatch: 'Ninguna integración coincide con su búsqueda.',
    loading: 'Cargando integraciones…',
    error: 'No se pudieron cargar las integraciones.',
    retry: 'Reintentar',
    installed: 'Instalada',
    updateAvailable: 'Actualización disponible',
    manage: 'Gestionar',
    update: 'Actualizar',
    switchError: (workflow, error) =>
      `${workflow}: no ha funcionado. ${reason(error)} Inténtelo de nuevo.`,
    results: (count) => (count === 1 ? '1 integración' : `${count} integraciones`),
    showAll: (count) => `Mostrar todo (${count})`,
    showFewer: 'Mostrar menos',
    disconnect: 'Desconectar',
    disconnectQuestion: (name) => `¿Desconectar ${name}?`,
    disconnectConsequence: (name) =>
      `Sus flujos se detienen y se eliminan junto con su configuración. Puede volver a conectar ${name} en cualquier momento.`,
    disconnectCancel: 'Cancelar',
    disconnecting: 'Desconectando…',
    disconnected: (name) => `${name} está desconectado.`,
    disconnectError: (name, error) =>
      `No se pudo desconectar ${name}. ${disconnectReason(error)} Inténtelo de nuevo.`,
  },
  modal: {
    title: 'Conectar una aplicación',
    close: 'Cerrar',
    unreachable: 'No se pudo cargar esta página.',
    retry: 'Reintentar',
  },
};

function reason({ code, status }: AlloyError): string {
  if (code === 'api/unauthorized') return 'No está permitido.';
  return status === undefined ? 'No se pudo contactar con Alloy.' : `Alloy lo rechazó (${status}).`;
}

function disconnectReason({ code, status }: AlloyError): string {
  if (code === 'disconnect/unauthorized') return 'No está permitido o ya no ha iniciado sesión.';
  return status === undefined ? 'No hubo respuesta.' : 'La solicitud fue rechazada.';
}
