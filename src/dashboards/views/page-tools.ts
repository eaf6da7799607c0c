/** What can be done with a dashboard as a whole, and what stands at its end on paper. */
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { newAlertPath } from '../alerts/paths.js';
import { everyUnitPath, unitsOfRegionPath } from '../every-unit/paths.js';
import { newViewPath, viewsPath } from './paths.js';
import { isUnitsList, readViewAddress, type ViewPlace } from './view-address.js';

/**
 * The links above a dashboard and the lines at its printed foot.
 * @param address of the page with the choices made on it
 */
export function pageTools(address: string, today: IsoDate) {
  const view = readViewAddress(address);
  const listed = view !== null && isUnitsList(view);
  return {
    tools: {
      savePath: newViewPath(address),
      viewsPath,
      alertPath: listed ? null : newAlertPath(address),
      unitsPath: view && !listed ? unitsOf(view) : null,
    },
    printFoot: { on: t('CX University, as of {day}:', { day: sayFullDate(today) }), address },
  };
}

/** The table of all units below a page of areas or regions. */
function unitsOf({ level, code }: ViewPlace): string | null {
  if (level === 'network') return everyUnitPath;
  return level === 'region' && code !== null ? unitsOfRegionPath(code) : null;
}
