/** What went wrong. The guide "Errors" has the cause and the cure of each. */
export type AlloyErrorCode =
  | 'token/unauthorized'
  | 'token/http'
  | 'token/network'
  | 'token/timeout'
  | 'token/malformed'
  | 'token/not-a-jwt'
  | 'token/expired'
  | 'token/user-changed'
  | 'sdk/load-failed'
  | 'sdk/invalid'
  | 'sdk/failed'
  | 'install/invalid-options'
  | 'modal/busy'
  | 'modal/timeout'
  | 'modal/unreachable'
  | 'modal/failed'
  | 'api/unauthorized'
  | 'api/http'
  | 'api/network'
  | 'api/malformed'
  | 'disconnect/unauthorized'
  | 'disconnect/http'
  | 'disconnect/network'
  | 'provider/missing'
  | 'provider/invalid-props'
  | 'provider/unmounted'
  | 'provider/failed';

/**
 * What may pass by itself. Everything else lasts until somebody changes something. Where there was an HTTP status, that
 * decides instead. A list of these alone, because every app has it in its first bundle.
 */
export const PASSING_CODES: readonly AlloyErrorCode[] = [
  'token/network',
  'token/timeout',
  'sdk/load-failed',
  'modal/busy',
  'modal/timeout',
  'modal/failed',
  'api/network',
  'disconnect/network',
];
