import { t } from '../../platform/language/t.js';
import type { CsvColumn, CsvDownload } from '../../platform/web/csv-download.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { headings, type NumbersPlace } from './numbers.presenter.js';
import { type NumberRow, type RowsAsked, rowsAre } from './values/rows.queries.js';

/** The rows behind a number as a file, read as they are sent: codes as text, days as ISO 8601, numbers as numbers. */
export function numbersCsv(asked: RowsAsked, place: NumbersPlace, rows: AsyncIterable<NumberRow>): CsvDownload {
  const [name = '', period = '', value = '', ...more] = headings(asked);
  const columns: CsvColumn<NumberRow>[] = [
    { heading: t('Code'), of: (row) => row.code },
    { heading: name, of: (row) => row.name ?? t('The whole network') },
    { heading: period, of: (row) => row.startsOn },
    { heading: value, of: (row) => row.value },
  ];
  if (asked.metric.kind === 'average') columns.push({ heading: more.shift() ?? '', of: (row) => row.weight });
  if (rowsAre(asked.metric, asked.place) !== 'value')
    columns.push({ heading: more.shift() ?? '', of: (row) => row.places });
  return csvDownload(`${asked.metric.key}-${place.code ?? 'network'}.csv`, columns, rows);
}
