import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Weeks } from '../metrics/period.js';

/** Comments that speak of a theme, and how those felt who said so. */
export interface ThemeCount {
  comments: number;
  /** Those with an emotion, and which way it points. */
  felt: number;
  good: number;
  bad: number;
}

/** Where: one unit, area or region, or the whole network when all are absent. Whoever asks has seen to the reach. */
export interface ThemesOf {
  unitId?: number;
  areaId?: number;
  regionId?: number;
}

/** The number under which all comments are counted, whatever they say. */
export const ANY_COMMENT = 0;
/** The number under which the areas of the whole network are counted together: one job writes these cells, one at a time. */
export const WHOLE_NETWORK = 0;

/** What comments speak of, from the rollups only: an area counts what was said where its units stood on the day. */
@Injectable()
export class ThemeCountsQueries {
  constructor(private readonly db: Database) {}

  /** By theme (`ANY_COMMENT` for all comments), over stretches of weeks; what nobody spoke of is absent. */
  async sums<Name extends string>(
    editionId: number,
    of: ThemesOf,
    stretches: Partial<Record<Name, Weeks>>,
  ): Promise<Map<number, Partial<Record<Name, ThemeCount>>>> {
    const named = Object.entries(stretches) as [Name, Weeks][];
    const { from, place } = cellsOf(of);
    const rows = await this.db.query<ThemeCount & { themeId: number; name: Name }>(
      `select c.theme_id as "themeId", span.name, ${SUMS}
         from unnest($3::text[], $4::date[], $5::date[]) span (name, first, last) cross join lateral (
           select c.* from ${from} where c.week between span.first and span.last and c.edition_id = $2 offset 0) c
        group by 1, 2`,
      [
        place,
        editionId,
        named.map(([name]) => name),
        named.map(([, { from: first }]) => first),
        named.map(([, { to }]) => to),
      ],
    );
    const found = new Map<number, Partial<Record<Name, ThemeCount>>>();
    for (const { themeId, name, ...count } of rows)
      found.set(themeId, { ...found.get(themeId), [name]: count } as Partial<Record<Name, ThemeCount>>);
    return found;
  }

  /** Week by week in the whole network, for small lines. */
  weekly(editionId: number, { from, to }: Weeks): Promise<{ themeId: number; week: string; comments: number }[]> {
    return this.db.query(
      `select theme_id as "themeId", week, comments from theme_area_week
        where area_id = ${WHOLE_NETWORK} and week between $2 and $3 and edition_id = $1 order by week`,
      [editionId, from, to],
    );
  }
}

const SUMS = ['comments', 'felt', 'good', 'bad'].map((cell) => `sum(c.${cell})::int as ${cell}`).join(', ');

/** The cells of a place, whose id is $1. */
function cellsOf({ unitId, areaId, regionId }: ThemesOf): { from: string; place: number } {
  if (unitId !== undefined)
    return { from: 'theme_unit_week c join (values ($1::int)) one (id) on c.unit_id = one.id', place: unitId };
  if (regionId !== undefined)
    return { from: 'theme_region_week c join (values ($1::int)) one (id) on c.region_id = one.id', place: regionId };
  return {
    from: 'theme_area_week c join (values ($1::int)) one (id) on c.area_id = one.id',
    place: areaId ?? WHOLE_NETWORK,
  };
}
