import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { addDays, startOfLondonDay } from '../../platform/dates.js';
import type { AuditFilter } from './audit-filter.js';

export interface AuditRow {
  id: number;
  /** Real time. */
  recordedAt: Date;
  /** Null for the product itself and for the command line. */
  actorName: string | null;
  actorReference: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  /** What the subject is called, where somebody knows. */
  subjectName: string | null;
  detail: Record<string, unknown>;
  requestId: string | null;
}

/** Who looked at or changed what, the newest first. */
@Injectable()
export class AuditQueries {
  constructor(private readonly db: Database) {}

  /** @param actions those that the filter's kind stands for */
  page(filter: AuditFilter, actions: readonly string[], before: number | null, limit: number): Promise<AuditRow[]> {
    const { where, params } = conditionOf(filter, actions, before);
    return this.db.query<AuditRow>(named(`${where} order by e.id desc limit $${params.length + 1}`), [
      ...params,
      limit,
    ]);
  }

  all(filter: AuditFilter, actions: readonly string[]): AsyncGenerator<AuditRow, void> {
    const { where, params } = conditionOf(filter, actions, null);
    return this.db.stream<AuditRow>(named(`${where} order by e.id desc`), params);
  }
}

/** Entries with the names that their ids stand for; names are looked up for the entries that are shown, no others. */
const named = (entries: string) => `
  select e.id, e.recorded_at as "recordedAt", actor.name as "actorName", actor.reference as "actorReference", e.action,
         e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.detail, e.request_id as "requestId",
         case e.subject_kind
           when 'person' then (select p.name || ', ' || p.reference from person p where p.id = e.number)
           when 'unit' then (select u.name || ', ' || u.code from unit u where u.id = e.number)
           when 'courseVersion' then (select v.title from course_version v where v.id = e.number)
           when 'assignment' then (select v.title from assignment a join course_version v on v.course_id = a.course_id
              where a.id = e.number and v.published_at is not null order by v.number desc limit 1)
         end as "subjectName"
    from (select e.*, case when e.subject_id ~ '^[0-9]{1,9}$' then e.subject_id::int end as number
            from audit_entry e ${entries}) e
    left join person actor on actor.id = e.actor_id
   order by e.id desc`;

/**
 * Entries of a day. Beside the moments their range of ids: every index of the log holds the id, so that each finds the day
 * without reading what came after it. `id + 0`, or the first id of a day would be sought from the first of all.
 */
function onDay(from: string, to: string): string {
  const end = (which: 'min' | 'max') =>
    `(select ${which}(d.id + 0) from audit_entry d where d.recorded_at >= ${from} and d.recorded_at < ${to})`;
  return `e.recorded_at >= ${from} and e.recorded_at < ${to} and e.id between ${end('min')} and ${end('max')}`;
}

/** Only the conditions that are wanted, so that each finds its index. */
function conditionOf(filter: AuditFilter, actions: readonly string[], before: number | null) {
  const params: unknown[] = [];
  const at = (value: unknown) => `$${params.push(value)}`;
  const idOf = (table: string, key: string, value: string) =>
    `(select id::text from ${table} where ${key} = ${at(value)})`;
  const { actor, person, unit, action, kind, day } = filter;
  const wanted = [
    ...(before === null ? [] : [`e.id < ${at(before)}`]),
    ...(actor === null ? [] : [`e.actor_id = (select id from person where reference = ${at(actor)})`]),
    ...(person === null ? [] : [`e.subject_kind = 'person' and e.subject_id = ${idOf('person', 'reference', person)}`]),
    ...(unit === null ? [] : [`e.subject_kind = 'unit' and e.subject_id = ${idOf('unit', 'code', unit)}`]),
    ...(action === null ? [] : [`e.action = ${at(action)}`]),
    ...(kind === null ? [] : [`e.action = any (${at(actions)})`]),
    ...(day === null ? [] : [onDay(at(startOfLondonDay(day)), at(startOfLondonDay(addDays(day, 1))))]),
  ];
  return { where: wanted.length === 0 ? '' : `where ${wanted.join(' and ')}`, params };
}
