import { Injectable } from '@nestjs/common';
import { reachParams } from '../../network/reach-params.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Driver } from '../../platform/drivers.js';
import { type CountRow, countsOf, HEADLINE_COLUMNS } from '../metrics/counts.js';
import { EMOTIONS } from '../../platform/emotions.js';
import type { UnitStanding } from '../metrics/unit-standing.js';

/** A unit in reach, with its standing where one is kept. */
type Row = CountRow & { id: number; period: number | null; weakest: Driver | null; fell: Driver | null } & {
  spark: (number | null)[];
};

@Injectable()
export class StandingsQueries {
  constructor(private readonly db: Database) {}

  /** The units of an area within the actor's reach: those whose standing at a week is kept, and the ids of the others. */
  async ofArea(actor: Pick<Actor, 'reach'>, areaId: number, week: IsoDate, today: IsoDate) {
    const rows = await this.db.query<Row>(
      `select reach.unit_id as id, s.period, s.weakest, s.fell, s.spark, ${KEPT.map((column) => `s.${column}`).join(', ')}
         from units_in_reach($1, $2, $3, $4, $5::date) reach
         left join unit_standing s on s.unit_id = reach.unit_id and s.week = $7
        where reach.area_id = $6`,
      [...reachParams(actor.reach, today), areaId, week],
    );
    const kept = rows.filter(({ period }) => period !== null).map(standingIn);
    return { kept, missing: rows.filter(({ period }) => period === null).map(({ id }) => id) };
  }

  /** Regions in which the standing of some unit at a week is not kept. */
  async unfilledRegions(week: IsoDate, today: IsoDate): Promise<number[]> {
    const rows = await this.db.query<{ id: number }>(
      `select distinct place.region_id as id from unit_place place
        where place.valid @> $1::date
          and not exists (select from unit_standing s where s.unit_id = place.unit_id and s.week = $2)
        order by 1`,
      [today, week],
    );
    return rows.map(({ id }) => id);
  }

  /** Units that stand in a region on a day. */
  async unitIds(regionId: number, today: IsoDate): Promise<number[]> {
    const rows = await this.db.query<{ id: number }>(
      'select unit_id as id from unit_place where region_id = $1 and valid @> $2::date order by 1',
      [regionId, today],
    );
    return rows.map(({ id }) => id);
  }

  /** Answers that land wait until this transaction ends, so that what is kept is never older than they are. */
  async holdAnswers(tx: Tx): Promise<void> {
    await tx.query('lock table unit_standing in share row exclusive mode');
  }

  async keep(tx: Tx, week: IsoDate, standings: readonly UnitStanding[]): Promise<void> {
    const rows = standings.map((standing) => ({ week, ...rowOf(standing) }));
    await tx.query(
      `insert into unit_standing select * from jsonb_populate_recordset(null::unit_standing, $1)
       on conflict (unit_id, week) do nothing`,
      [JSON.stringify(rows)],
    );
  }
}

const KEPT = [...HEADLINE_COLUMNS, 'recent_n', 'recent_top', 'earlier_n', 'earlier_top'];

function standingIn(row: Row): UnitStanding {
  const ease = (stretch: string) => ({ n: Number(row[`${stretch}_n`]), top: Number(row[`${stretch}_top`]), sum: 0 });
  const { id, period, weakest, fell, spark } = row;
  const [recent, earlier] = [ease('recent'), ease('earlier')];
  return { unitId: id, period: period ?? 0, counts: countsOf(row), recent, earlier, weakest, fell, spark };
}

function rowOf({ unitId, period, counts, recent, earlier, weakest, fell, spark }: UnitStanding) {
  const { responses, comments, ease, emotion } = counts;
  const emotions = Object.fromEntries(EMOTIONS.map((word) => [word, emotion[word]]));
  const eases = { ease_n: ease.n, ease_top: ease.top, ease_sum: ease.sum };
  const compared = { recent_n: recent.n, recent_top: recent.top, earlier_n: earlier.n, earlier_top: earlier.top };
  return { unit_id: unitId, period, responses, comments, ...eases, ...emotions, ...compared, weakest, fell, spark };
}
