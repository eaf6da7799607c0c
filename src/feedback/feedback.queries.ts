import { Injectable } from '@nestjs/common';
import { reachParams } from '../network/reach-params.js';
import type { Actor } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import { type IsoDate, lastClosedWeek } from '../platform/dates.js';
import { COUNT_COLUMNS, type CountRow, type Counts, countsOf, HEADLINE_COLUMNS } from './metrics/counts.js';
import type { Weeks } from './metrics/period.js';
import { EARLIER_WEEKS, RECENT_WEEKS } from './metrics/slipping.js';
import type { EaseOfPlace } from './metrics/spark.js';
import { NO_WINDOWS, type Windows } from './metrics/windows.js';

/** Which units a figure is about, as they stand today; all of the actor's reach when nothing is given. */
export interface Scope {
  unitId?: number;
  areaId?: number;
  regionId?: number;
}

/** Everything so far, with the Mondays of the first and last week that hold an answer; null where there is none. */
export interface AllSoFar {
  counts: Counts;
  first: IsoDate | null;
  last: IsoDate | null;
}

/** One closed week; a week without answers is absent. */
export interface WeekCounts {
  week: IsoDate;
  counts: Counts;
}

type Level = 'unit' | 'area' | 'region';

/** Whoever asks: only the reach counts. */
type Reaching = Pick<Actor, 'reach'>;

/**
 * What customers said, in numbers: read from `unit_week` only, never from raw answers, always for closed weeks and within
 * the actor's reach. A unit out of reach adds nothing to any sum.
 */
@Injectable()
export class FeedbackQueries {
  constructor(private readonly db: Database) {}

  /** The windows of every unit, area or region (by id) in scope; those without an answer in a year are absent. */
  async windows(actor: Reaching, scope: Scope, level: Level, today: IsoDate): Promise<Map<number, Windows>> {
    const { within, values } = scoped(actor, scope, today);
    const rows = await this.db.query<CountRow & { id: number; name: keyof Windows }>(
      `select reach.${level}_id as id, span.name, ${SUMS}
         from ${IN_SCOPE}
         cross join lateral ${YEAR_OF_UNIT} w
         join (values ('4', 0, 4), ('13', 0, 13), ('26', 0, 26), ('52', 0, 52),
                      ('earlier', ${RECENT_WEEKS}, ${EARLIER_WEEKS})) span (name, skipped, length)
           on w.week <= $6::date - 7 * span.skipped and w.week > $6::date - 7 * (span.skipped + span.length)
        where ${within}
        group by reach.${level}_id, span.name`,
      values,
    );
    const found = new Map<number, Windows>();
    for (const row of rows) found.set(row.id, { ...(found.get(row.id) ?? NO_WINDOWS), [row.name]: countsOf(row) });
    return found;
  }

  /** Sums over stretches of weeks, by unit, area or region; those without an answer in any of them are absent. */
  async sums<Name extends string>(
    actor: Reaching,
    scope: Scope,
    level: Level,
    stretches: Partial<Record<Name, Weeks>>,
    today: IsoDate,
  ): Promise<Map<number, Partial<Record<Name, Counts>>>> {
    const found = new Map<number, Partial<Record<Name, Counts>>>();
    const named = Object.entries(stretches) as [Name, Weeks][];
    if (named.length === 0) return found;
    const { within, values, next } = scoped(actor, scope, today);
    const rows = await this.db.query<CountRow & { id: number; name: Name }>(
      `select reach.${level}_id as id, span.name, ${SUMS}
         from ${IN_SCOPE}
         cross join unnest(${next(1)}::text[], ${next(2)}::date[], ${next(3)}::date[]) span (name, first, last)
         join unit_week w on w.unit_id = reach.unit_id and w.week between span.first and span.last and w.week <= $6
        where ${within}
        group by reach.${level}_id, span.name`,
      [...values, named.map(([name]) => name), named.map(([, { from }]) => from), named.map(([, { to }]) => to)],
    );
    for (const row of rows)
      found.set(row.id, { ...found.get(row.id), [row.name]: countsOf(row) } as Partial<Record<Name, Counts>>);
    return found;
  }

  /** Closed weeks of a unit, oldest first. */
  async series(actor: Reaching, unitId: number, weeks: Weeks, today: IsoDate): Promise<WeekCounts[]> {
    const { within, values, next } = scoped(actor, { unitId }, today);
    const rows = await this.db.query<CountRow & { week: IsoDate }>(
      `select w.week, ${COUNT_COLUMNS.map((column) => `w.${column}`).join(', ')}
         from ${IN_SCOPE} join unit_week w on w.unit_id = reach.unit_id
        where ${within} and w.week between ${next(1)} and least($6::date, ${next(2)}::date)
        order by w.week`,
      [...values, weeks.from, weeks.to],
    );
    return rows.map((row) => ({ week: row.week, counts: countsOf(row) }));
  }

  /** Ease of each unit in scope in the `weeks` weeks up to `last`, the last closed one by default, for small trend lines. */
  weeklyEase(
    actor: Reaching,
    scope: Scope,
    weeks: number,
    today: IsoDate,
    last = lastClosedWeek(today),
  ): Promise<EaseOfPlace[]> {
    const { within, values, next } = scoped(actor, scope, today);
    return this.db.query<EaseOfPlace>(
      `select w.unit_id as id, json_agg(json_build_array((${next(2)}::date - w.week) / 7, w.ease_n, w.ease_top)) as weeks
         from ${IN_SCOPE} join unit_week w on w.unit_id = reach.unit_id
        where ${within} and w.week <= least($6::date, ${next(2)}::date) and w.week > ${next(2)}::date - 7 * ${next(1)}::int
        group by w.unit_id`,
      [...values, weeks, last],
    );
  }

  /** Every closed week of everything in scope, without the drivers: read by quarters, and the weeks of the last one. */
  async allSoFar(actor: Reaching, scope: Scope, today: IsoDate): Promise<AllSoFar> {
    const { within, values } = scoped(actor, scope, today);
    const row = await this.db.one<CountRow & { first: IsoDate | null; last: IsoDate | null }>(
      `select min(span.first) as first, max(span.last) as last, ${sumsOf(HEADLINE_COLUMNS)}
         from ${IN_SCOPE}
        cross join lateral (select min(k.week) as first, max(k.week) as last from unit_week k
                             where k.unit_id = reach.unit_id and k.week <= $6) span
        cross join lateral (
          select ${HEADLINE_SUMS} from (
            select ${HEADLINES} from unit_quarter q where q.unit_id = reach.unit_id and q.starts_on < ${QUARTER_GOING_ON}
            union all
            select ${HEADLINES} from unit_week k
             where k.unit_id = reach.unit_id and k.week >= ${QUARTER_GOING_ON} and k.week <= $6) part) w
        where ${within}`,
      values,
    );
    return { counts: countsOf(row ?? {}), first: row?.first ?? null, last: row?.last ?? null };
  }
}

const sumsOf = (columns: readonly string[]) =>
  columns.map((column) => `coalesce(sum(w.${column}), 0)::int as ${column}`).join(', ');

const SUMS = sumsOf(COUNT_COLUMNS);

const HEADLINES = HEADLINE_COLUMNS.join(', ');

const HEADLINE_SUMS = HEADLINE_COLUMNS.map((column) => `sum(${column}) as ${column}`).join(', ');

/** The Monday on which the quarter began that the next week to close belongs to: those before it have closed whole. */
const QUARTER_GOING_ON = 'quarter_of($6::date + 7)';

const IN_SCOPE = 'units_in_reach($1, $2, $3, $4, $5::date) reach';

/** Fenced in by its offset, so that a year of each unit is read by its key and never a year of the whole network. */
const YEAR_OF_UNIT = `(select * from unit_week u
            where u.unit_id = reach.unit_id and u.week > $6::date - 364 and u.week <= $6 offset 0)`;

const PLACES = { unitId: 'unit_id', areaId: 'area_id', regionId: 'region_id' } as const;

/**
 * The condition of a scope, and its values from $1 on: the reach, the last closed week as $6, then the place; `next(1)` is the
 * first parameter after them. Each kind of scope has a text of its own, so that a place is found by key and never among all.
 */
function scoped(actor: Reaching, scope: Scope, today: IsoDate) {
  const places = Object.entries(PLACES).filter(([key]) => scope[key as keyof Scope] !== undefined);
  const before = [...reachParams(actor.reach, today), lastClosedWeek(today)];
  const values: unknown[] = [...before, ...places.map(([key]) => scope[key as keyof Scope])];
  const conditions = places.map(([, column], at) => `reach.${column} = $${before.length + 1 + at}`);
  return {
    within: conditions.length > 0 ? conditions.join(' and ') : 'true',
    values,
    next: (nth: number) => `$${values.length + nth}`,
  };
}
