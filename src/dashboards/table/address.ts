/** The address of a page with the choices made on it. */
import { type PeriodChoice, writePeriod } from '../period/choice.js';
import { type Filters, writeFilters } from './filters.js';

export interface Choices {
  filters: Filters;
  period: PeriodChoice;
}

/** '/areas/A07?show=az&weeks=13'. */
export function addressOf(path: string, { filters, period }: Choices): string {
  const query = new URLSearchParams([...writeFilters(filters), ...writePeriod(period)]).toString();
  return query === '' ? path : `${path}?${query}`;
}
