import { type IsoDate, isIsoDate } from '../../platform/dates.js';
import type { AuditKind } from '../../platform/privacy/audit-actions.js';
import { auditPath } from '../paths.js';

/** Which part of the audit log somebody looks at; null takes all. */
export interface AuditFilter {
  /** Personnel references and a unit's code, as they were typed. */
  actor: string | null;
  person: string | null;
  unit: string | null;
  action: string | null;
  kind: AuditKind | null;
  /** A London day of real time. */
  day: IsoDate | null;
}

/** Reads a query string. What does not fit is no filter, so that an old link still shows the log. */
export function readAuditFilter(query: Readonly<Record<string, unknown>>, actions: readonly string[]): AuditFilter {
  const { kind, day } = query;
  return {
    actor: typed(query.actor),
    person: typed(query.person),
    unit: typed(query.unit),
    action: actions.find((one) => one === query.action) ?? null,
    kind: kind === 'looked' || kind === 'changed' ? kind : null,
    day: typeof day === 'string' && isIsoDate(day) ? day : null,
  };
}

/** Entries are paged by their ids, which only grow: a page stays the same page while others are written. */
export function readBefore(query: Readonly<Record<string, unknown>>): number | null {
  return typeof query.before === 'string' && /^[1-9]\d{0,14}$/.test(query.before) ? Number(query.before) : null;
}

/** @param before the id that the page's entries come before; the newest when null */
export function auditPagePath(filter: AuditFilter, before: number | null = null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, before })) if (value !== null) query.set(name, String(value));
  return query.size === 0 ? auditPath : `${auditPath}?${query}`;
}

function typed(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 40);
  return text === '' ? null : text;
}
