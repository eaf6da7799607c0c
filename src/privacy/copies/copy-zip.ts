/** A copy as one zip: a table for each thing that is held, and a page that shows them all without any other software. */
import { Readable } from 'node:stream';
import { inLanguage, type Language } from '../../platform/language/language.js';
import type { PersonalDataSource } from '../../platform/privacy/personal-data.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { type CopyHead, copyPage } from './copy-page.js';
import { sheetName } from './sheet-name.js';

type Row = Record<string, unknown>;

/** A file of the zip, read only when its turn comes: never two at a time, and none of them held. */
export interface CopyFile {
  name: string;
  open(): Readable;
}

export function copyFiles(
  sources: readonly PersonalDataSource[],
  personId: number,
  head: CopyHead,
  language: Language,
): CopyFile[] {
  const sheets = sources.map((source) => ({
    name: sheetName(source.kind),
    open: () => spoken(language, () => sheet(source, personId)),
  }));
  const page = { name: 'index.html', open: () => spoken(language, () => copyPage(sources, personId, head)) };
  return [page, ...sheets];
}

function sheet(source: PersonalDataSource, personId: number): AsyncGenerator<string, void> {
  const columns = source.headings().map((heading) => ({ heading, of: (row: Row) => cellOf(row[heading]) }));
  return csvDownload(sheetName(source.kind), columns, source.rows(personId)).chunks();
}

function cellOf(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' ? value : String(value as string);
}

/** The stream is read whenever somebody has room for more, far from the request or job that asked: each step says again in which language. */
function spoken(language: Language, make: () => AsyncGenerator<string, void>): Readable {
  const steps = inLanguage(language, make);
  return Readable.from({
    [Symbol.asyncIterator]: () => ({
      next: () => inLanguage(language, () => steps.next()),
      return: () => steps.return(),
    }),
  });
}
