/**
 * SQL of who is where within a reach, shared by the list and the page of a person. Parameters 1 to 5 are those of
 * `units_in_reach`: the whole network, regions, areas, units, and the day.
 */
import type { Show } from './people-filter.js';

/**
 * Postings of the places reached, as `p`. Who is in post is asked of the units that are open on the day, who has left or is
 * still to come also of those that are closed or not open yet.
 * @param postings the table, or what a statement calls those of some people
 */
export function postingsInReach(wholeNetwork: boolean, show: Show, postings = 'posting'): string {
  if (wholeNetwork) return `${postings} p`;
  const open = show === 'inPost' || show === 'onLeave';
  return `(select held.*
             from ${open ? 'units_in_reach' : 'places_in_reach'}($1, $2, $3, $4, $5::date) place
             join ${postings} held on held.unit_id = place.unit_id
           union all
           select held.* from ${postings} held
             join area_region up on up.area_id = held.area_id and up.valid @> $5::date
            where held.area_id = any ($3) or up.region_id = any ($2)
           union all
           select held.* from ${postings} held where held.region_id = any ($2)) p`;
}

/**
 * True for a posting `p` that makes its person one of those shown: it is valid on the day; or it was the person's last, and
 * nothing follows; or it is the person's next, and nothing is valid on the day; or it is valid and its unit has closed.
 */
export const POSTING_SHOWS: Record<Show, string> = {
  inPost: 'p.valid @> $5::date',
  onLeave: `p.valid @> $5::date
    and exists (select from leave l where l.person_id = p.person_id and l.valid @> $5::date)`,
  left: `upper(p.valid) <= $5::date
    and not exists (select from posting o where o.person_id = p.person_id
                     and coalesce(upper(o.valid), 'infinity') > upper(p.valid))`,
  joining: `lower(p.valid) > $5::date
    and not exists (select from posting o where o.person_id = p.person_id and (o.valid @> $5::date
                     or (lower(o.valid) > $5::date and lower(o.valid) < lower(p.valid))))`,
  unitClosed: `p.valid @> $5::date
    and exists (select from unit_place stood where stood.unit_id = p.unit_id and upper(stood.valid) <= $5::date)
    and not exists (select from unit_place stands where stands.unit_id = p.unit_id and stands.valid @> $5::date)`,
};

/**
 * Where a posting `p` is, with names, for those within reach: `unit`, `area` and `region` of migration 0002, a unit with
 * the area that the day gives it.
 */
export const PLACE_OF_POSTING = `
  left join unit u on u.id = p.unit_id
  left join lateral (select pl.area_id, pl.region_id from unit_place pl where pl.unit_id = p.unit_id
                      order by lower(pl.valid) > $5::date, abs(lower(pl.valid) - $5::date) limit 1) stood on true
  left join area a on a.id = coalesce(p.area_id, stood.area_id)
  left join lateral (select ar.region_id from area_region ar where p.area_id is not null and ar.area_id = p.area_id
                      order by lower(ar.valid) > $5::date, abs(lower(ar.valid) - $5::date) limit 1) up on true
  left join region r on r.id = coalesce(p.region_id, up.region_id, stood.region_id)`;

/** True where the place of PLACE_OF_POSTING lies within reach. */
export const PLACE_REACHED = `($1 or r.id = any ($2) or (p.region_id is null and a.id = any ($3)) or p.unit_id = any ($4))`;
