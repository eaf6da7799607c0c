import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { addDays, type IsoDate, startOfLondonDay } from '../../platform/dates.js';
import type { Channel, MessageState } from '../message-state.js';
import type { LedgerFilter } from './ledger-filter.js';

export interface OverviewRow {
  id: number;
  plannedFor: Date;
  reference: string;
  name: string;
  kind: string;
  subjectKind: string;
  subjectId: number;
  state: MessageState;
  channel: Channel | null;
  why: string | null;
  settledAt: Date | null;
  /** Who caused it; null for a rule, or for somebody no longer known. */
  madeBy: string | null;
}

export interface DayCount {
  day: IsoDate;
  state: MessageState;
  channel: Channel | null;
  count: number;
}

/** The ledger of the whole network, for the CX team: who, when and what became of it, never the words. */
@Injectable()
export class OverviewQueries {
  constructor(private readonly db: Database) {}

  rows(filter: LedgerFilter, limit: number, offset: number): Promise<OverviewRow[]> {
    const { where, params } = condition(filter);
    const [take, skip] = [`$${params.length + 1}`, `$${params.length + 2}`];
    return this.db.query<OverviewRow>(`${ROWS} ${where} ${NEWEST_FIRST} limit ${take} offset ${skip}`, [
      ...params,
      limit,
      offset,
    ]);
  }

  all(filter: LedgerFilter): AsyncGenerator<OverviewRow, void> {
    const { where, params } = condition(filter);
    return this.db.stream<OverviewRow>(`${ROWS} ${where} ${NEWEST_FIRST}`, params);
  }

  /** By London day of the planned moment, newest first. */
  counts(from: IsoDate, to: IsoDate): Promise<DayCount[]> {
    return this.db.query<DayCount>(
      `select (due_at at time zone 'Europe/London')::date as day, state, channel, count(*) from message
        where due_at >= $1 and due_at < $2 group by 1, 2, 3 order by 1 desc`,
      [startOfLondonDay(from), startOfLondonDay(addDays(to, 1))],
    );
  }
}

const ROWS = `
  select m.id, m.due_at as "plannedFor", p.reference, p.name, m.kind, m.subject_kind as "subjectKind",
         m.subject_id as "subjectId", m.state, m.channel, m.why, m.settled_at as "settledAt", maker.name as "madeBy"
    from message m join person p on p.id = m.person_id left join person maker on maker.id = m.made_by`;

const NEWEST_FIRST = 'order by m.due_at desc, m.id desc';

/** Only the conditions that are wanted, so that each finds its index. */
function condition({ state, kind, day, reference }: LedgerFilter): { where: string; params: unknown[] } {
  const params: unknown[] = [];
  const at = (value: unknown) => `$${params.push(value)}`;
  const wanted = [
    ...(state === null ? [] : [`m.state = ${at(state)}`]),
    ...(kind === null ? [] : [`m.kind = ${at(kind)}`]),
    ...(day === null
      ? []
      : [`m.due_at >= ${at(startOfLondonDay(day))} and m.due_at < ${at(startOfLondonDay(addDays(day, 1)))}`]),
    ...(reference === null ? [] : [`m.person_id = (select id from person where reference = ${at(reference)})`]),
  ];
  return { where: wanted.length === 0 ? '' : `where ${wanted.join(' and ')}`, params };
}
