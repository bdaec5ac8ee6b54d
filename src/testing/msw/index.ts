export { alloyHandlers, type AlloyHandlersOptions } from './alloy-handlers';
