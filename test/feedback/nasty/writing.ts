/** Ways in which a file of answers is written: separators, line ends, encodings, quotation marks. */
import { COLUMNS, type ModelAnswer } from './model.js';

export interface Writing {
  separator: ',' | ';' | '\t' | '|';
  end: '\n' | '\r\n' | '\r';
  encoding: 'utf8' | 'utf8 marked' | 'utf16le' | 'utf16le marked' | 'utf16be marked' | 'utf16be' | 'windows-1252';
  /** Which cells stand in quotation marks though they need not. */
  quotes: 'needed' | 'all' | 'heading';
  trailing: 'none' | 'rows' | 'everywhere';
  /** The names of the columns, in the order of `COLUMNS`. */
  names: readonly string[];
  /** The order in which the columns stand. */
  order: readonly number[];
  time: (when: string) => string;
  /** Lines that no customer wrote, before the answer of this number. */
  between: readonly { before: number; line: 'heading' | 'blank' }[];
}

export const WELL_KEPT: Writing = {
  ...{ separator: ',', end: '\n', encoding: 'utf8', quotes: 'needed', trailing: 'none' },
  ...{ names: COLUMNS, order: COLUMNS.map((_, at) => at), time: (when) => when, between: [] },
};

/** The lines of the file, heading first, each with the number under which rejects name it. */
export function write(answers: readonly ModelAnswer[], writing: Partial<Writing> = {}): Buffer {
  const way = { ...WELL_KEPT, ...writing };
  const heading = lineOf(way.names, way, way.quotes !== 'needed', way.trailing === 'everywhere');
  const lines = answers.flatMap((answer, at) => [
    ...way.between.filter(({ before }) => before === at).map(({ line }) => (line === 'heading' ? heading : '')),
    lineOf(cellsOf(answer, way), way, way.quotes === 'all', way.trailing !== 'none'),
  ]);
  return encoded([heading, ...lines, ''].join(way.end), way.encoding);
}

function cellsOf({ id, unit, when, easy, felt, friendly, said, contact }: ModelAnswer, { time }: Writing): string[] {
  return [id, unit, when === '' ? '' : time(when), easy, felt, friendly, said, contact];
}

function lineOf(cells: readonly string[], { separator, order }: Writing, quoted: boolean, trailing: boolean): string {
  const needs = (cell: string) => quoted || cell.includes(separator) || /["\r\n]/.test(cell);
  const written = order.map((at) => cells[at]!).map((cell) => (needs(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return written.join(separator) + (trailing ? separator : '');
}

export function encoded(text: string, encoding: Writing['encoding']): Buffer {
  const marked = encoding.endsWith('marked') ? `\uFEFF${text}` : text;
  if (encoding.startsWith('utf8')) return Buffer.from(marked);
  if (encoding.startsWith('utf16le')) return Buffer.from(marked, 'utf16le');
  return encoding.startsWith('utf16be') ? Buffer.from(marked, 'utf16le').swap16() : Buffer.from(marked, 'latin1');
}

/** The times that other programs write, of one that stands as `yyyy-MM-dd HH:mm`. */
export const CLOCKS: Record<string, (when: string) => string> = {
  ISO: (when) => when.replace(' ', 'T'),
  'd/M/yyyy H:mm': (when) => when.replace(/^(\d+)-(\d+)-(\d+)/, '$3/$2/$1'),
  'M/d/yy h:mm a': (when) => `${when.replace(/^..(\d+)-(\d+)-(\d+) .*/, '$2/$3/$1')} ${halfDay(when)}`,
  EXCEL: (when) => String(Date.parse(`${when.replace(' ', 'T')}:00Z`) / 86_400_000 + 25_569),
};

function halfDay(when: string): string {
  const [hour = 0, minute = ''] = when
    .slice(11)
    .split(':')
    .map((part, at) => (at === 0 ? Number(part) : part)) as [number, string];
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
}
