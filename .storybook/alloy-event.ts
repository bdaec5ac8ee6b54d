/** On Storybook's channel, from a story to the panel "Alloy events". */
export const ALLOY_EVENT = 'alloy-react/event';

export interface ShownEvent {
  /** The time of day. */
  at: string;
  type: string;
  text: string;
}
