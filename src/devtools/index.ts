export { AlloyDevtools, type AlloyDevtoolsProps } from './AlloyDevtools';
export { recordAlloyEvent } from './record';
