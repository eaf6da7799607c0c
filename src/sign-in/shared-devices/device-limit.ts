import type { UnitKind } from '../../network/imports/codes.js';

/** More devices than these are a sign that something is being enrolled that nobody shares. */
const MOST: Record<UnitKind, number> = { branch: 12, paymentPoint: 4, contactCentre: 80, department: 80 };

/** How many browsers a unit may share at the same time. */
export const deviceLimit = (kind: UnitKind): number => MOST[kind];
