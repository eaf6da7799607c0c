/**
 * A table to open in a spreadsheet, sent while it is read, so that a million rows cost no more memory than ten. UTF-8 with
 * a byte order mark (without it a spreadsheet garbles Welsh), commas, CRLF (RFC 4180).
 */
import { csvCell } from '../files/csv-cell.js';

/** One column: its heading in the reader's language, and its cell of a row. Numbers stay numbers; null is an empty cell. */
export interface CsvColumn<R> {
  heading: string;
  of(row: R): string | number | null;
}

export class CsvDownload {
  constructor(
    readonly fileName: string,
    /** Starts reading: nothing has been asked of the rows before. */
    readonly chunks: () => AsyncGenerator<string, void>,
  ) {}
}

const BYTE_ORDER_MARK = '\uFEFF';
const CHUNK_LENGTH = 32_000;

/**
 * The reply that downloads `rows` as `fileName` (with its `.csv`).
 * @param rows read once, lazily; `Database.stream` gives those of a big table. Abandoned when the reader goes away.
 */
export function csvDownload<R>(
  fileName: string,
  columns: readonly CsvColumn<R>[],
  rows: AsyncIterable<R> | Iterable<R>,
): CsvDownload {
  return new CsvDownload(fileName, () => chunksOf(columns, rows));
}

async function* chunksOf<R>(columns: readonly CsvColumn<R>[], rows: AsyncIterable<R> | Iterable<R>) {
  let chunk = BYTE_ORDER_MARK + line(columns.map(({ heading }) => csvCell(heading)));
  for await (const row of rows) {
    chunk += line(columns.map((column) => cell(column.of(row))));
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

const line = (cells: readonly string[]) => `${cells.join(',')}\r\n`;

function cell(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : csvCell(value);
}
