import { Injectable } from '@nestjs/common';
import type { UnitKind } from '../../network/imports/codes.js';
import { reachParams } from '../../network/reach-params.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Driver } from '../../platform/drivers.js';
import type { Scope } from '../feedback.queries.js';
import { OUTSIDE, WARNING } from '../metrics/fair.js';
import type { KeptModel } from './comparison.queries.js';
import { type Measure, MEASURES } from './measures.js';

/** Which units are looked at, by what. */
export interface ComparedAsked {
  actor: Pick<Actor, 'reach'>;
  scope: Scope;
  week: IsoDate;
  kind: UnitKind;
  measure: Measure;
  today: IsoDate;
}

export interface ComparedUnit {
  id: number;
  code: string;
  name: string;
  area: string;
  /** Weeks that its answers come from. */
  weeks: number;
  n: number;
  top: number;
  /** Points. */
  value: number;
  low: number;
  high: number;
  z: number;
  fell: Driver | null;
  weakest: Driver | null;
  workOn: Driver | null;
}

/** Units that lie together in the funnel: of so many answers and such a score, in steps. */
export interface ComparedCell {
  step: number;
  level: number;
  count: number;
}

export interface ComparedTally {
  low: number;
  ratherLow: number;
  inside: number;
  ratherHigh: number;
  high: number;
  /** With fewer answers than a score takes, or none. */
  tooFew: number;
  mostAnswers: number;
}

/** The height of a cell in points. */
export const CELL_POINTS = 2.5;

/** What was worked out for all units of a kind at a closed week, within the actor's reach as it is today. */
@Injectable()
export class ComparedQueries {
  constructor(private readonly db: Database) {}

  /** The models of the last week that was compared, a week at most after the last closed one. */
  async models(lastClosed: IsoDate): Promise<{ week: IsoDate | null; models: KeptModel[] }> {
    const rows = await this.db.query<ModelRow>(
      `select m.week, m.kind, m.measure, m.units, m.answers::float8 as answers, m.centre, m.between_units as between,
              m.correlation, m.within_areas as "withinAreas"
         from standing_model m
        where m.week = (select max(week) from standing_model where week <= $1) order by m.kind, m.measure`,
      [lastClosed],
    );
    const models = rows.map(({ centre, between, ...model }) => ({ ...model, funnel: { centre, between } }));
    return { week: rows[0]?.week ?? null, models };
  }

  async tally(asked: ComparedAsked): Promise<ComparedTally> {
    const row = await this.db.one<ComparedTally>(
      `select count(*) filter (where z < -${OUTSIDE})::int as low,
              count(*) filter (where z >= -${OUTSIDE} and z < -${WARNING})::int as "ratherLow",
              count(*) filter (where z between -${WARNING} and ${WARNING})::int as inside,
              count(*) filter (where z > ${WARNING} and z <= ${OUTSIDE})::int as "ratherHigh",
              count(*) filter (where z > ${OUTSIDE})::int as high, count(*) filter (where z is null)::int as "tooFew",
              coalesce(max(n) filter (where z is not null), 0)::int as "mostAnswers"
         from (${COMPARED}) compared`,
      params(asked),
    );
    return row ?? { low: 0, ratherLow: 0, inside: 0, ratherHigh: 0, high: 0, tooFew: 0, mostAnswers: 0 };
  }

  /** @param step how many answers a cell is wide */
  cells(asked: ComparedAsked, step: number): Promise<ComparedCell[]> {
    return this.db.query<ComparedCell>(
      `select n / $11::int as step, least(${100 / CELL_POINTS - 1}, floor(100.0 * top / n / ${CELL_POINTS}))::int as level,
              count(*)::int as count
         from (${COMPARED}) compared where z is not null group by 1, 2 order by 1, 2`,
      [...params(asked), step],
    );
  }

  /** Those clearly below and above, the farthest first; all with a score, the lowest fair score first, unless `outside`. */
  units(asked: ComparedAsked, { outside, limit, skip }: { outside: boolean; limit: number; skip: number }) {
    return this.db.query<ComparedUnit>(
      `select ${PRINTED} from (${COMPARED}) compared
        where ${outside ? `abs(z) > ${OUTSIDE}` : 'z is not null'}
        order by ${outside ? 'sign(z), abs(z) desc' : 'value'}, name, id limit $11 offset $12`,
      [...params(asked), limit, skip],
    );
  }

  /** All of them, for a file. */
  all(asked: ComparedAsked): AsyncGenerator<ComparedUnit, void> {
    const rows = `select ${PRINTED} from (${COMPARED}) compared where z is not null order by value, name, id`;
    return this.db.stream<ComparedUnit>(rows, params(asked));
  }
}

type ModelRow = Omit<KeptModel, 'funnel'> & { week: IsoDate; centre: number; between: number };

const PRINTED = 'id, code, name, area, weeks, n, top, value, low, high, z, fell, weakest, "workOn"';

/** The `$10`th element of each array; ease has its own period, drivers a year. */
const COMPARED = `
  select u.id, u.code, u.name, a.name as area, case when $10 = 1 then s.period else 52 end as weeks,
         case when $10 = 1 then s.ease_n else s.drivers_n[$10 - 1] end as n,
         case when $10 = 1 then s.ease_top else s.drivers_top[$10 - 1] end as top,
         s.fair[$10] as value, s.fair_low[$10] as low, s.fair_high[$10] as high, s.funnel_z[$10] as z,
         s.fell, s.weakest, s.most_to_gain as "workOn"
    from units_in_reach($1, $2, $3, $4, $5::date) reach
    join unit u on u.id = reach.unit_id and u.kind = $9
    join area a on a.id = reach.area_id
    join unit_standing s on s.unit_id = reach.unit_id and s.week = $6
   where ($7::int is null or reach.area_id = $7) and ($8::int is null or reach.region_id = $8)`;

function params({ actor, scope, week, kind, measure, today }: ComparedAsked): unknown[] {
  const place = [scope.areaId ?? null, scope.regionId ?? null];
  return [...reachParams(actor.reach, today), week, ...place, kind, MEASURES.indexOf(measure) + 1];
}
