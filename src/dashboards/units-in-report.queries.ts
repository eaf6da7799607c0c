import type { Scope } from '../feedback/feedback.queries.js';

/**
 * SQL of the units (with area and region) that a report about a unit, an area or a region is about on a day, or about
 * everything in reach when none of the three is given. Whoever reaches the place today sees all that counted in it; without a
 * place, what the reach held on the day. $1 to $4 are the reach, $5 today, $6 the day, $7 the id of the place or null. Each
 * kind of place has a text of its own, so that its units are found by key.
 */
export function unitsInReport({ unitId, areaId, regionId }: Scope): string {
  if (unitId !== undefined) return units('p.unit_id = $7', UNIT_TODAY);
  if (areaId !== undefined) return units('p.area_id = $7', AREA_TODAY);
  return regionId === undefined ? units('$7::int is null') : units('p.region_id = $7');
}

/** The id that $7 stands for. */
export function placeOf({ unitId, areaId, regionId }: Scope): number | null {
  return unitId ?? areaId ?? regionId ?? null;
}

const units = (about: string, orReached = 'false') => `
  (select p.unit_id, p.area_id, p.region_id from unit_place p
    where p.valid @> $6::date and ${about}
      and ($1 or p.region_id = any ($2) or p.area_id = any ($3) or p.unit_id = any ($4)
           or $5::date is not null and ${orReached}))`;

const AREA_TODAY = `exists (select from area_region now where now.area_id = $7 and now.valid @> $5::date
                              and now.region_id = any ($2))`;

const UNIT_TODAY = `exists (select from unit_place now where now.unit_id = $7 and now.valid @> $5::date
                              and (now.region_id = any ($2) or now.area_id = any ($3)))`;
