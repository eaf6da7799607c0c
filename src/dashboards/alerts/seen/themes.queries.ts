import { Injectable } from '@nestjs/common';
import { EditionsQueries } from '../../../feedback/themes/editions.queries.js';
import { ANY_COMMENT, WHOLE_NETWORK } from '../../../feedback/themes/theme-counts.queries.js';
import type { Weeks } from '../../../feedback/metrics/period.js';
import { Database } from '../../../platform/database/database.js';
import type { ViewLevel } from '../../views/view-address.js';
import { byWeek, type Seen, type SeenWeek } from './seen.js';
import { FIRST, placesByWeek } from './weeks-summed.queries.js';

/** How many comments speak of a theme, out of all, from the rollups of what was read. */
@Injectable()
export class SeenThemes {
  constructor(
    private readonly db: Database,
    private readonly editions: EditionsQueries,
  ) {}

  /** Nothing for a theme that is not published any more. */
  async of(level: ViewLevel, key: string, placeIds: readonly number[], { from, to }: Weeks): Promise<SeenWeek[]> {
    const edition = await this.editions.current();
    const theme = edition?.themes.find((one) => one.key === key);
    if (!edition || !theme) return [];
    const rows = await this.db.query<Seen & { week: string }>(placesByWeek(commentsOf(level)), [
      placeIds,
      from,
      to,
      edition.id,
      theme.id,
    ]);
    return byWeek(rows);
  }
}

const SUMS = `coalesce(sum(c.comments) filter (where c.theme_id = ${ANY_COMMENT}), 0) as n,
  coalesce(sum(c.comments) filter (where c.theme_id = $5), 0) as good, 0 as bad,
  coalesce(sum(c.comments) filter (where c.theme_id = $5), 0) as answered`;

const commentsOf = (level: ViewLevel) => `
  select c.week, ${SUMS} from ${CELLS[level]} and c.week between ${FIRST} and $3::date
     and c.edition_id = $4 and c.theme_id in (${ANY_COMMENT}, $5) group by c.week`;

const CELLS: Record<ViewLevel, string> = {
  unit: 'theme_unit_week c where c.unit_id = place.id',
  area: 'theme_area_week c where c.area_id = place.id',
  region: 'theme_region_week c where c.region_id = place.id',
  network: `theme_area_week c where c.area_id = ${WHOLE_NETWORK} and place.id = 0`,
};
