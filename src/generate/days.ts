import { addDays, daysBetween, type IsoDate } from '../platform/dates.js';
import type { Chance } from './chance.js';

/** Days from `from` up to and without `to`; without an end when that is null. */
export interface Span {
  from: IsoDate;
  to: IsoDate | null;
}

/** The days that both hold, or null. */
export function overlap(a: Span, b: Span): Span | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to === null ? b.to : b.to === null || a.to < b.to ? a.to : b.to;
  return to !== null && to <= from ? null : { from, to };
}

export function holds(span: Span, day: IsoDate): boolean {
  return span.from <= day && (span.to === null || day < span.to);
}

/** A day from `first` to `last`, both included. */
export function dayWithin(chance: Chance, first: IsoDate, last: IsoDate): IsoDate {
  return addDays(first, chance.between(0, daysBetween(first, last)));
}
