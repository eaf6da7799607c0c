import { t } from '../../platform/language/t.js';
import { excerpt } from './codes.js';

export type Separator = ',' | ';';

/** The separator of a file, found in its first line: spreadsheets of some countries write semicolons. */
export function separatorOf(firstLine: string): Separator {
  return firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
}

/**
 * Where each wanted column stands in a header, or a sentence that says what is wrong with it. Case and spaces around a
 * name do not matter, nor do columns that nobody asked for. An optional column may be missing; its place is -1 then.
 */
export function columnsIn<Column extends string>(
  header: readonly string[],
  wanted: readonly Column[],
  optional: readonly Column[] = [],
): { places: Record<Column, number> } | { sentence: string } {
  const found = header.map((name) => name.trim().toLowerCase());
  const missing = wanted.filter((column) => !found.includes(column));
  if (missing.length > 0) {
    const given = found
      .filter((name) => name !== '')
      .slice(0, 15)
      .map(excerpt)
      .join(', ');
    return { sentence: missingColumns(missing, given, found.length === 1) };
  }
  const all = [...wanted, ...optional];
  const twice = all.find((column) => found.indexOf(column) !== found.lastIndexOf(column));
  if (twice) {
    return {
      sentence: t('The column {column} is there twice. Remove one of them and import again.', { column: twice }),
    };
  }
  return {
    places: Object.fromEntries(all.map((column) => [column, found.indexOf(column)])) as Record<Column, number>,
  };
}

/** @param given the names that the file has; `single`: they could not be told apart */
function missingColumns(missing: readonly string[], given: string, single: boolean): string {
  return [
    t('{n, plural, one {The column {columns} is missing.} other {The columns {columns} are missing.}}', {
      n: missing.length,
      columns: missing.join(', '),
    }),
    t('The first line of the file names the columns, and it reads: {given}.', { given: given || t('(nothing)') }),
    ...(single ? [t('Separate the columns with , or ; and import again.')] : []),
  ].join(' ');
}
