import { Injectable } from '@nestjs/common';
import { COUNT_COLUMNS, type CountRow, type Counts, countsOf } from '../../feedback/metrics/counts.js';
import type { Weeks } from '../../feedback/metrics/period.js';
import { FEWEST_FOR_A_FIRM_SCORE, FEWEST_FOR_A_SCORE } from '../../feedback/metrics/score.js';
import { reachParams } from '../../network/reach-params.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Order, UnitsAsked } from './asked.js';

/** Whose units, and by which weeks. */
export interface FiguresOf {
  actor: Pick<Actor, 'reach'>;
  today: IsoDate;
  /** The closed week whose standings are read. */
  week: IsoDate;
  /** Whether each score looks back as far as it needs, as the kept standings do. */
  asNeeded: boolean;
  /** Null where the kept standings say it: the last four weeks against the thirteen before. */
  summed: { now: Weeks; earlier: Weeks | null } | null;
}

export interface Listed {
  id: number;
  code: string;
}

/** Ease of the weeks now and of those they are held against, by unit. */
export interface Compared {
  ids: number[];
  nowN: number[];
  nowTop: number[];
  earlierN: number[];
  earlierTop: number[];
}

/** All units of a reach, from what is kept by unit and week: bounded by units and the weeks that were chosen. */
@Injectable()
export class EveryUnitQueries {
  constructor(private readonly db: Database) {}

  /** Those asked for, in their order. @param limit null for all of them */
  list(of: FiguresOf, asked: UnitsAsked, skip: number, limit: number | null): Promise<Listed[]> {
    const { text, params } = filtered(of, asked);
    return this.db.query<Listed>(
      `select id, code from (${text}) found order by ${ORDERED[asked.order]}name, id limit $${params.length + 1} offset $${params.length + 2}`,
      [...params, limit, skip],
    );
  }

  async count(of: FiguresOf, asked: UnitsAsked): Promise<number> {
    const { params } = filtered(of, asked);
    const row = await this.db.one<{ n: number }>(`select count(*)::int as n from (${unitsIn(NO_FIGURES)}) found`, [
      ...params.slice(0, LAST_OF_FILTER),
    ]);
    return row?.n ?? 0;
  }

  /** Everything in reach that can be compared, whatever was filtered: marks are weighed over all of it. */
  async compared(of: FiguresOf): Promise<Compared> {
    const none = { find: '', kind: null, region: null, area: null };
    const { text, params } = filtered(of, none);
    const each = (column: string, name: string) => `coalesce(array_agg(${column}), '{}') as "${name}"`;
    const row = await this.db.one<Compared>(
      `select ${each('id', 'ids')}, ${each('now_n', 'nowN')}, ${each('now_top', 'nowTop')},
              ${each('earlier_n', 'earlierN')}, ${each('earlier_top', 'earlierTop')}
         from (${text}) found where now_n >= ${FEWEST_FOR_A_SCORE} and earlier_n >= ${FEWEST_FOR_A_SCORE}`,
      params,
    );
    return row ?? { ids: [], nowN: [], nowTop: [], earlierN: [], earlierTop: [] };
  }

  /** Sums of these units over stretches of weeks; one without an answer in any of them is absent. */
  async sums<Name extends string>(
    unitIds: readonly number[],
    stretches: Partial<Record<Name, Weeks>>,
  ): Promise<Map<number, Partial<Record<Name, Counts>>>> {
    const named = Object.entries(stretches) as [Name, Weeks][];
    const rows = await this.db.query<CountRow & { id: number; name: Name }>(
      `select one.id, span.name, ${SUMS}
         from unnest($1::int[]) one (id) cross join unnest($2::text[], $3::date[], $4::date[]) span (name, first, last)
        cross join lateral (select * from unit_week u where u.unit_id = one.id
                               and u.week between span.first and span.last offset 0) w
        group by one.id, span.name`,
      [unitIds, named.map(([name]) => name), named.map(([, { from }]) => from), named.map(([, { to }]) => to)],
    );
    const found = new Map<number, Partial<Record<Name, Counts>>>();
    for (const row of rows)
      found.set(row.id, { ...found.get(row.id), [row.name]: countsOf(row) } as Partial<Record<Name, Counts>>);
    return found;
  }
}

const SUMS = COUNT_COLUMNS.map((column) => `coalesce(sum(w.${column}), 0)::int as ${column}`).join(', ');

/** $1 to $5 the reach, $6 to $9 the filter; then what the figures need. */
const LAST_OF_FILTER = 9;

const unitsIn = (figures: { columns: string; from: string }): string => `
  select u.id, u.code, u.name${figures.columns}
    from units_in_reach($1, $2, $3, $4, $5::date) reach
    join unit u on u.id = reach.unit_id
    join area a on a.id = reach.area_id
    join region r on r.id = reach.region_id${figures.from}
   where ($6 = '' or position(lower($6) in lower(u.name)) > 0 or starts_with(lower(u.code), lower($6)))
     and ($7::text is null or u.kind = $7) and ($8::text is null or r.code = $8) and ($9::text is null or a.code = $9)`;

const NO_FIGURES = { columns: '', from: '' };

const STANDING = (week: string) => ` left join unit_standing s on s.unit_id = u.id and s.week = ${week}`;

/** The fair score; the raw one only on so many answers that it is in an order at all. */
const FAIR = `s.responses,
  coalesce(s.fair[1], case when s.ease_n >= ${FEWEST_FOR_A_FIRM_SCORE} then 100.0 * s.ease_top / s.ease_n end) as score`;

const KEPT = {
  columns: `, s.recent_n as now_n, s.recent_top as now_top, s.earlier_n, s.earlier_top, ${FAIR}`,
  from: STANDING('$10'),
};

const SUMS_OF_WEEKS = `sum(w.responses) filter (where w.week between $10 and $11) as responses,
             coalesce(sum(w.ease_n) filter (where w.week between $10 and $11), 0)::int as now_n,
             coalesce(sum(w.ease_top) filter (where w.week between $10 and $11), 0)::int as now_top,
             coalesce(sum(w.ease_n) filter (where w.week between $12 and $13), 0)::int as earlier_n,
             coalesce(sum(w.ease_top) filter (where w.week between $12 and $13), 0)::int as earlier_top
        from unit_week w
       where (w.week between $10::date and $11::date or w.week between $12::date and $13::date)`;

/** Some units find their weeks by key. All of them read the weeks as they lie, one beside the other: a seventieth of the pages. */
const WEEKS_OF = {
  some: ` cross join lateral (select ${SUMS_OF_WEEKS} and w.unit_id = u.id offset 0) f`,
  all: ` left join (select w.unit_id, ${SUMS_OF_WEEKS} group by w.unit_id) f on f.unit_id = u.id`,
};

const OF_WEEKS = `, f.responses, f.now_n, f.now_top, f.earlier_n, f.earlier_top,
    case when f.now_n >= ${FEWEST_FOR_A_FIRM_SCORE} then 100.0 * f.now_top / f.now_n end as score`;

const OF_BOTH = `, f.now_n, f.now_top, f.earlier_n, f.earlier_top, ${FAIR}`;

function filtered(
  { actor, today, week, asNeeded, summed }: FiguresOf,
  { find, kind, region, area }: Pick<UnitsAsked, 'find' | 'kind' | 'region' | 'area'>,
) {
  const params: unknown[] = [...reachParams(actor.reach, today), find, kind, region, area];
  if (summed === null) return { text: unitsIn(KEPT), params: [...params, week] };
  const { now, earlier } = summed;
  const weeks = WEEKS_OF[actor.reach.network && region === null && area === null ? 'all' : 'some'];
  params.push(now.from, now.to, earlier?.from ?? null, earlier?.to ?? null);
  return asNeeded
    ? { text: unitsIn({ columns: OF_BOTH, from: `${weeks}${STANDING('$14')}` }), params: [...params, week] }
    : { text: unitsIn({ columns: OF_WEEKS, from: weeks }), params };
}

const CHANGE = `case when now_n >= ${FEWEST_FOR_A_SCORE} and earlier_n >= ${FEWEST_FOR_A_SCORE}
  then 1.0 * now_top / now_n - 1.0 * earlier_top / earlier_n end`;

/** What is in no order stands last; training is put in order where it is read. */
const ORDERED: Record<Order, string> = {
  low: 'score asc nulls last, ',
  high: 'score desc nulls last, ',
  fall: `${CHANGE} asc nulls last, `,
  rise: `${CHANGE} desc nulls last, `,
  responses: 'responses desc nulls last, ',
  fewest: 'coalesce(responses, 0) asc, ',
  behind: '',
  az: '',
};
