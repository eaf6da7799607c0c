import type { IsoDate } from '../platform/dates.js';

export const importsPath = '/feedback/imports';

/** The answers behind a number: those of a unit, from one week to another (their Mondays) when given. */
export function responsesPath(unitCode: string, weeks: { from: IsoDate; to: IsoDate } | null = null): string {
  const query = new URLSearchParams({ unit: unitCode, ...(weeks ?? {}) });
  return `/feedback/responses?${query.toString()}`;
}
