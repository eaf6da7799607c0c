import { Injectable } from '@nestjs/common';
import { reachParams } from '../../network/reach-params.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import { type Driver, DRIVERS } from '../../platform/drivers.js';
import { type CountRow, countsOf, HEADLINE_COLUMNS } from '../metrics/counts.js';
import { EMOTIONS } from '../../platform/emotions.js';
import type { UnitStanding } from '../metrics/unit-standing.js';

/** A unit in reach, with its standing where one is kept. */
type Row = CountRow & { id: number; period: number | null; spark: (number | null)[] } & {
  weakest: Driver | null;
  workOn: Driver | null;
  fell: Driver | null;
  /** Of ease alone. */
  fair: number | null;
  low: number | null;
  high: number | null;
  z: number | null;
};

@Injectable()
export class StandingsQueries {
  constructor(private readonly db: Database) {}

  /** The units of an area within the actor's reach: those whose standing at a week is kept, and the ids of the others. */
  async ofArea(actor: Pick<Actor, 'reach'>, areaId: number, week: IsoDate, today: IsoDate) {
    const rows = await this.db.query<Row>(
      `select reach.unit_id as id, ${STANDING}
         from units_in_reach($1, $2, $3, $4, $5::date) reach
         left join unit_standing s on s.unit_id = reach.unit_id and s.week = $7
        where reach.area_id = $6`,
      [...reachParams(actor.reach, today), areaId, week],
    );
    const kept = rows.filter(({ period }) => period !== null).map(standingIn);
    return { kept, missing: rows.filter(({ period }) => period === null).map(({ id }) => id) };
  }

  /** Those of these units that are kept, as of a week; whoever asks has seen to the reach. */
  async ofUnits(unitIds: readonly number[], week: IsoDate): Promise<UnitStanding[]> {
    const rows = await this.db.query<Row>(
      `select s.unit_id as id, ${STANDING} from unit_standing s where s.unit_id = any ($1) and s.week = $2`,
      [unitIds, week],
    );
    return rows.map(standingIn);
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

  /** Standings that nobody looks at any more; whoever asks for one of them after all has it worked out. */
  async forgetBefore(week: IsoDate, inFunnel: IsoDate): Promise<void> {
    await this.db.query('delete from unit_standing where week < $1', [week]);
    await this.db.query('delete from standing_model where week < $1', [week]);
    await this.db.query('delete from unit_funnel_week where week < $1', [inFunnel]);
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

const STANDING = `s.period, s.weakest, s.most_to_gain as "workOn", s.fell, s.spark, s.fair[1] as fair, s.fair_low[1] as low,
  s.fair_high[1] as high, s.funnel_z[1] as z, ${KEPT.map((column) => `s.${column}`).join(', ')}`;

function standingIn(row: Row): UnitStanding {
  const ease = (stretch: string) => ({ n: Number(row[`${stretch}_n`]), top: Number(row[`${stretch}_top`]), sum: 0 });
  const { id, period, weakest, workOn, fell, spark } = row;
  const [recent, earlier] = [ease('recent'), ease('earlier')];
  const counts = countsOf(row);
  const said = { period: period ?? 0, weakest, workOn, fell, spark, recent, earlier, fair: fairIn(row) };
  return { unitId: id, counts, year: counts.drivers, ...said };
}

function fairIn({ fair, low, high, z }: Row): UnitStanding['fair'] {
  return fair === null || low === null || high === null || z === null ? null : { value: fair, low, high, z };
}

function rowOf(standing: UnitStanding) {
  const { unitId, period, counts, recent, earlier, weakest, workOn, fell, year, spark } = standing;
  const { responses, comments, ease, emotion } = counts;
  const emotions = Object.fromEntries(EMOTIONS.map((word) => [word, emotion[word]]));
  const eases = { ease_n: ease.n, ease_top: ease.top, ease_sum: ease.sum };
  const compared = { recent_n: recent.n, recent_top: recent.top, earlier_n: earlier.n, earlier_top: earlier.top };
  const drivers = {
    drivers_n: DRIVERS.map((driver) => year[driver].n),
    drivers_top: DRIVERS.map((driver) => year[driver].top),
  };
  const named = { weakest, most_to_gain: workOn, fell, spark };
  return { unit_id: unitId, period, responses, comments, ...eases, ...emotions, ...compared, ...drivers, ...named };
}
