/** The links above a dashboard to what can be done with all of it. */
import { newAlertPath } from '../alerts/paths.js';
import { newViewPath, viewsPath } from './paths.js';

/** @param address of the page with the choices made on it */
export function pageTools(address: string) {
  return { savePath: newViewPath(address), viewsPath, alertPath: newAlertPath(address) };
}
