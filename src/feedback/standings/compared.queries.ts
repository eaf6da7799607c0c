import { Injectable } from '@nestjs/common';
import type { UnitKind } from '../../network/imports/codes.js';
import { reachParams } from '../../network/reach-params.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Driver } from '../../platform/drivers.js';
import type { Scope } from '../feedback.queries.js';
import { OUTSIDE, WARNING } from '../metrics/fair.js';
import { FEWEST_FOR_A_SCORE } from '../metrics/score.js';
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

/** How much of it: a page of those outside, and up to how many units each is told apart on the plot. */
export interface OverviewAsked {
  skip: number;
  each: number;
  mostDots: number;
}

export interface ComparedOverview {
  tally: ComparedTally;
  /** How many have a score. */
  scored: number;
  /** All with a score where `mostDots` can be told apart; otherwise those outside, the farthest first, up to so many. */
  points: ComparedUnit[];
  /** Where units are more than can be told apart: cells so many answers (`step`) wide. */
  cells: { step: number; cells: ComparedCell[] } | null;
  /** A page of those clearly below and above, the farthest first. */
  outside: ComparedUnit[];
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
const LEVELS = 100 / CELL_POINTS;

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

  /** One look at the units, for all that a page says of them. */
  async overview(asked: ComparedAsked, { skip, each, mostDots }: OverviewAsked): Promise<ComparedOverview> {
    const [row] = await this.db.planned<ComparedOverview>(OVERVIEW, [
      ...params(asked),
      CELL_WIDTHS,
      mostDots,
      each,
      skip,
    ]);
    if (!row) throw new Error('A comparison gave no row.');
    return row;
  }

  /** All of them, for a file. */
  all(asked: ComparedAsked): AsyncGenerator<ComparedUnit, void> {
    const rows = `select ${PRINTED} from (${COMPARED}) compared where z is not null order by value, name, id`;
    return this.db.stream<ComparedUnit>(rows, params(asked));
  }
}

/** Round numbers of answers that a cell can be wide, some forty cells from the fewest to the most. */
const CELL_WIDTHS = [1, 10, 100, 1000, 10_000, 100_000].flatMap((power) => [power, 2 * power, 5 * power]);
const CELLS_ACROSS = 40;

type ModelRow = Omit<KeptModel, 'funnel'> & { week: IsoDate; centre: number; between: number };

const PRINTED = 'id, code, name, area, weeks, n, top, value, low, high, z, fell, weakest, "workOn"';

/** The `$10`th element of each array; ease has its own period, drivers a year. */
const N = 'case when $10 = 1 then s.ease_n else s.drivers_n[$10 - 1] end';
const TOP = 'case when $10 = 1 then s.ease_top else s.drivers_top[$10 - 1] end';
const Z = 's.funnel_z[$10]';

const UNITS = `units_in_reach($1, $2, $3, $4, $5::date) reach
    join unit_standing s on s.unit_id = reach.unit_id and s.week = $6 and s.compared_as = $9`;

const IN_SCOPE = '($7::int is null or reach.area_id = $7) and ($8::int is null or reach.region_id = $8)';

const COMPARED = `
  select u.id, u.code, u.name, a.name as area, case when $10 = 1 then s.period else 52 end as weeks,
         ${N} as n, ${TOP} as top,
         s.fair[$10] as value, s.fair_low[$10] as low, s.fair_high[$10] as high, ${Z} as z,
         s.fell, s.weakest, s.most_to_gain as "workOn"
    from ${UNITS} join unit u on u.id = reach.unit_id join area a on a.id = reach.area_id
   where ${IN_SCOPE}`;

const FARTHEST_FIRST = 'sign(z), abs(z) desc, name, id';

/** Where a unit lies in the funnel: from clearly below, 0, to clearly above, 4; null with too few answers for a score. */
const LIES = `width_bucket(${Z}::float8, array[-${OUTSIDE}, -${WARNING}, ${WARNING}, ${OUTSIDE}]::float8[])`;

/**
 * $11: widths of a cell to choose from, $12: the most dots, $13 and $14: a page of those outside. All units are met with four
 * numbers each, and what is said of a unit is read of those that are named.
 */
const OVERVIEW = `
  with compared as materialized (
    select s.unit_id as id, ${N} as n, ${TOP} as top, ${LIES} as lies from ${UNITS} where ${IN_SCOPE}),
  lying as (select lies, count(*)::int as units, max(n) as most from compared group by lies),
  counted as (
    select ${['low', 'ratherLow', 'inside', 'ratherHigh', 'high']
      .map((name, at) => `coalesce(sum(units) filter (where lies = ${at}), 0)::int as "${name}"`)
      .join(', ')},
           coalesce(sum(units) filter (where lies is null), 0)::int as "tooFew",
           coalesce(max(most) filter (where lies is not null), 0)::int as "mostAnswers"
      from lying),
  shape as (
    select scored, scored <= $12 as dots,
           (select min(width) from unnest($11::int[]) width
             where width >= ("mostAnswers" - ${FEWEST_FOR_A_SCORE}) / ${CELLS_ACROSS}.0) as step
      from counted cross join lateral (select low + "ratherLow" + inside + "ratherHigh" + high as scored) s),
  named as materialized (
    ${COMPARED} and reach.unit_id = any (array(
      select id from compared cross join shape where lies in (0, 4) or (dots and lies is not null)))),
  outside as (select ${PRINTED} from named where abs(z) > ${OUTSIDE} order by ${FARTHEST_FIRST}),
  point as (
    (select ${PRINTED} from named where (select dots from shape) order by value, name, id)
    union all
    (select * from outside where not (select dots from shape) limit $12)),
  cell as (
    select n / step as step, least(${LEVELS - 1}, ${LEVELS} * top / n) as level, count(*)::int as count
      from compared, shape where lies is not null and not dots group by 1, 2 order by 1, 2)
  select (select row_to_json(counted) from counted) as tally, scored,
         coalesce((select json_agg(point) from point), '[]') as points,
         case when not dots then json_build_object('step', step, 'cells', (select json_agg(cell) from cell)) end as cells,
         coalesce((select json_agg(one) from (select * from outside limit $13 offset $14) one), '[]') as outside
    from shape`;

function params({ actor, scope, week, kind, measure, today }: ComparedAsked): unknown[] {
  const place = [scope.areaId ?? null, scope.regionId ?? null];
  return [...reachParams(actor.reach, today), week, ...place, kind, MEASURES.indexOf(measure) + 1];
}
