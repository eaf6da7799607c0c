import { localPath } from '../../platform/web/local-path.js';

/** Pages to which nobody comes back: the names and PINs, the ways in, and what asks for a password each time. */
const NOT_A_PLACE = /^\/(counter|sign-in|sign-out|account|shared-devices)(\/|$)/;

/** The page to come back to, or null when this is none. */
export function placeOf(url: string): string | null {
  const path = localPath(url);
  return NOT_A_PLACE.test(path) ? null : path;
}
