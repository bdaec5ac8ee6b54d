import { adviseOnFault } from '../errors/advise-on-fault';
import { AlloyError } from '../errors/alloy-error';
import type { AlloyOptions } from './contract/options';

const REGIONS: readonly unknown[] = [undefined, 'us', 'eu'] satisfies AlloyOptions['region'][];

/** Why nothing can be asked for with these options; null when it can. */
export function objectionTo({
  userKey,
  tokenUrl,
  getToken,
  region,
}: AlloyOptions): AlloyError | null {
  if (userKey === null) return new AlloyError('token/unauthorized', { got: '' });
  if (!tokenUrl === !getToken) {
    return invalid(`${tokenUrl ? 'both' : 'neither'} tokenUrl and getToken`);
  }
  return REGIONS.includes(region) ? null : invalid(`the region "${region}"`);
}

function invalid(got: string): AlloyError {
  const error = new AlloyError('provider/invalid-props', { got });
  // Nobody has to click to be told.
  adviseOnFault(error);
  return error;
}
