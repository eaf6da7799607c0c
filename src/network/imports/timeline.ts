import type { IsoDate } from '../../platform/dates.js';

/**
 * Where something stands over time. `to` is the first day on which the span no longer holds (as in a PostgreSQL
 * daterange), null when it is open.
 *
 * The import computes these rules for whole files in SQL; `test/network/timeline.spec.ts` holds the two side by side.
 */
export interface Span {
  place: string;
  from: IsoDate;
  to: IsoDate | null;
}

/**
 * What is known after an import. A file's rows about one unit, or one person's job, are the truth from their earliest
 * day on; what was known before that day stays. So a row (area B from 1 April) moves a unit out of area A on that day
 * and keeps A up to 31 March; a row with an end closes; the same rows again change nothing.
 */
export function afterImport(known: readonly Span[], file: readonly Span[]): Span[] {
  if (file.length === 0) return joined(known);
  const firstDay = file.reduce((first, span) => (span.from < first ? span.from : first), file[0]!.from);
  const before = known
    .filter((span) => span.from < firstDay)
    .map((span) => ({ ...span, to: earlier(span.to, firstDay) }));
  return joined([...before, ...file]);
}

/** Spans in the order of place and day, touching or overlapping ones of the same place made one. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => compare(a.place, b.place) || compare(a.from, b.from))) {
    const last = result.at(-1);
    if (last && last.place === span.place && (last.to === null || last.to >= span.from))
      last.to = later(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

function earlier(to: IsoDate | null, day: IsoDate): IsoDate {
  return to === null || to > day ? day : to;
}

function later(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
