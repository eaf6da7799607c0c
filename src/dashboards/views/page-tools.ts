/** What can be done with a dashboard as a whole, and what stands at its end on paper. */
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { newAlertPath } from '../alerts/paths.js';
import { newViewPath, viewsPath } from './paths.js';

/**
 * The links above a dashboard and the lines at its printed foot.
 * @param address of the page with the choices made on it
 */
export function pageTools(address: string, today: IsoDate) {
  return {
    tools: { savePath: newViewPath(address), viewsPath, alertPath: newAlertPath(address) },
    printFoot: { on: t('CX University, as of {day}:', { day: sayFullDate(today) }), address },
  };
}
