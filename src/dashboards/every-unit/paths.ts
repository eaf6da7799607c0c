/** All units within somebody's reach, in one table. */
import { dashboardPath } from '../paths.js';

export const everyUnitPath = `${dashboardPath}/units`;

/** Those of a region, as a link from its page. */
export const unitsOfRegionPath = (code: string): string =>
  `${everyUnitPath}?${new URLSearchParams({ region: code }).toString()}`;
