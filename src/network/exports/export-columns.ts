import type { CsvColumn } from '../../platform/web/csv-download.js';
import { PERSON_COLUMNS } from '../imports/person-row.js';
import { UNIT_FILE_COLUMNS } from '../imports/unit-row.js';

type Row<Column extends string> = Record<Column, string | null>;

/** The columns as an import wants them: never translated, in the order of the documentation. */
export const UNIT_FILE = columnsOf(UNIT_FILE_COLUMNS);
export const PERSON_FILE = columnsOf(PERSON_COLUMNS);

function columnsOf<Column extends string>(names: readonly Column[]): CsvColumn<Row<Column>>[] {
  return names.map((name) => ({ heading: name, of: (row) => row[name] }));
}
