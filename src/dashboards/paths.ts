/** Pages of a place are addressed in network/paths.ts; here is what is posted to them, and what they lead to. */
import { unitPath } from '../network/paths.js';

export const dashboardPath = '/dashboard';

/** POST: a card put aside, done or brought back. */
export const cardsPath = `${dashboardPath}/cards`;

/** POST: what else was changed at a unit. */
export const unitActionsPath = (unitCode: string): string => `${unitPath(unitCode)}/actions`;

/** Who finished what, on the page of a unit. */
export const teamPath = (unitCode: string): string => `${unitPath(unitCode)}#team`;

/** The same as a file. */
export const teamCsvPath = (unitCode: string): string => `${unitPath(unitCode)}/team.csv`;
