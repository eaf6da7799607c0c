import type { AreaLayout, Layout } from '../generate/network/layout.js';
import { shareOut } from '../generate/share-out.js';
import { NORTHMERE } from './stories.js';

export const CENTRAL = 'A36';
export const WELSH_AREAS = ['A16', 'A17'];

const AREAS = 36;
/** Branches and payment points outside Northmere; a small network keeps both in the same areas. */
const ELSEWHERE = { branches: 248, paymentPoints: 62 };
const DEPARTMENTS = 8;

/** Where units have opened, closed, merged and moved, away from the places of the stories. */
const RESTLESS = /^A(09|1[0-5]|2[0-9])$/;

/** Three regions, 36 areas and 360 units. */
export function demoLayout(): Layout {
  const codes = Array.from({ length: AREAS }, (_, index) => `A${String(index + 1).padStart(2, '0')}`);
  const open = codes.filter((code) => code !== NORTHMERE.code && code !== CENTRAL);
  const even = open.map(() => 1);
  const [branches, points] = [shareOut(ELSEWHERE.branches, even), shareOut(ELSEWHERE.paymentPoints, even)];
  const areas = codes.map((code) => {
    if (code === NORTHMERE.code) return area(code, { name: NORTHMERE.name, branches: NORTHMERE.branches });
    if (code === CENTRAL) return area(code, { name: 'Central teams', contactCentres: 1, departments: DEPARTMENTS });
    const at = open.indexOf(code);
    return area(code, { branches: branches[at]!, paymentPoints: points[at]! });
  });
  return [
    { code: 'R1', name: 'North', areas: areas.slice(0, 13) },
    { code: 'R2', name: 'West and Wales', areas: areas.slice(13, 24) },
    { code: 'R3', name: 'South and East', areas: areas.slice(24) },
  ];
}

function area(code: string, given: Partial<AreaLayout>): AreaLayout {
  const nation = WELSH_AREAS.includes(code) ? 'wales' : 'england';
  const nothing = { branches: 0, paymentPoints: 0, contactCentres: 0, departments: 0 };
  return { code, name: null, nation, restless: RESTLESS.test(code), ...nothing, ...given };
}
