import { t } from '../../platform/language/t.js';
import { writePeriod } from '../period/choice.js';
import { addressOf, type Choices } from './address.js';
import { type Column, columnName, USUAL_COLUMNS } from './columns.js';
import { writeFilters } from './filters.js';

/** The form of tick boxes that chooses columns, sent by GET to the page itself with everything else that was chosen. */
export function columnChooser(path: string, { filters, period }: Choices, offered: readonly Column[]) {
  const columns = filters.columns ?? USUAL_COLUMNS;
  const kept = [...writeFilters({ ...filters, columns: null, page: 1 }), ...writePeriod(period)];
  return {
    path,
    items: offered.map((column) => ({
      id: `column-${column}`,
      value: column,
      text: t(columnName(column)),
      checked: columns.includes(column),
    })),
    kept: kept.map(([name, value]) => ({ name, value })),
    usualPath: filters.columns ? addressOf(path, { period, filters: { ...filters, columns: null } }) : null,
  };
}
