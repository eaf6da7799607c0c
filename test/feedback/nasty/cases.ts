/** Nasty files, each with what must be stored of it and what must be rejected, in which words. */
import { COLUMNS, MODEL, type ModelAnswer, type Rejected, STORED, type StoredRow } from './model.js';
import { CLOCKS, encoded, type Writing, write } from './writing.js';
import { mappingFor } from './world.js';

export interface NastyCase {
  name: string;
  bytes: Buffer;
  mapping: Record<string, unknown>;
  stored: readonly StoredRow[];
  rejects: readonly Rejected[];
}

const whole = (name: string, writing: Partial<Writing>, mapping = mappingFor(writing.names)): NastyCase => ({
  ...{ name, mapping, stored: STORED, rejects: [], bytes: write(MODEL, writing) },
});

const time = (format: string) =>
  whole(`times written as ${format}`, { time: CLOCKS[format]! }, mappingFor(COLUMNS, { format }));

/** The model with one more answer, changed from a good one, that is stored so or rejected so. */
function also(
  name: string,
  change: Partial<ModelAnswer>,
  what: Partial<StoredRow> | Omit<Rejected, 'line'>,
  mapping = mappingFor(),
): NastyCase {
  const good: ModelAnswer = { ...MODEL[0]!, id: 'x', ...change };
  const rejected = 'reason' in what;
  return {
    ...{ name, mapping, bytes: write([...MODEL, good]) },
    stored: rejected ? STORED : [...STORED, { ...STORED[0]!, key: 'x', ...what }],
    rejects: rejected ? [{ line: MODEL.length + 2, ...(what as Omit<Rejected, 'line'>) }] : [],
  };
}

const unknown = (text: string) => ({
  column: 'easy',
  reason: `“${text}” is not an answer that the mapping knows for ease.`,
});
const coded = (map: Record<string, number | null>) => ({ ...mappingFor(), ease: { column: 'easy', map } });
const FIVE = { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 };

const headless = write(MODEL).toString();
const doubledNames = ['id', 'branch', 'when', 'score', 'felt', 'score', 'said', 'contact'];

const LAYOUTS: NastyCase[] = [
  whole('a byte order mark before a quoted first field', { encoding: 'utf8 marked', quotes: 'heading' }),
  whole('line breaks in headers', {
    names: COLUMNS.map((name) => (name === 'easy' ? 'How easy\r\nwas it?' : name)),
    end: '\r\n',
  }),
  whole(
    'columns of one name',
    { names: doubledNames },
    mappingFor(['id', 'branch', 'when', 'score (1)', 'felt', 'score (2)', 'said', 'contact']),
  ),
  whole('lines that end in carriage returns alone', { end: '\r' }),
  whole('UTF-16 with a mark', { encoding: 'utf16le marked', separator: '\t' }),
  whole('UTF-16 without one', { encoding: 'utf16le' }),
  whole('UTF-16 the other way round', { encoding: 'utf16be marked', end: '\r\n' }),
  whole('UTF-16 the other way round without a mark', { encoding: 'utf16be' }),
  whole('separators at the ends of lines', { trailing: 'rows' }),
  whole('separators at the ends of all lines', { trailing: 'everywhere', separator: ';' }),
  whole('columns separated by |', { separator: '|' }),
  whole('columns in another order, all quoted', { order: [7, 3, 0, 6, 1, 5, 2, 4], quotes: 'all', separator: ';' }),
  whole(
    'capitals and blanks in headers that the mapping does not have',
    { names: COLUMNS.map((name) => ` ${name.toUpperCase()}  `) },
    mappingFor(),
  ),
  time('ISO'),
  time('d/M/yyyy H:mm'),
  time('M/d/yy h:mm a'),
  time('EXCEL'),
  {
    ...whole('the heading again in the middle, and blank lines', {
      between: [
        { before: 3, line: 'heading' },
        { before: 4, line: 'blank' },
      ],
    }),
    rejects: [
      {
        line: 5,
        column: '',
        reason: 'The heading stands here once more, as in files put together from several. It is no answer.',
      },
    ],
  },
  {
    ...whole('null characters', {}),
    bytes: Buffer.from(headless.replace('Quick', 'Qu\0ick').replace('easy', 'ea\0sy').padEnd(800, '\n')),
  },
];

const CODES: NastyCase[] = [
  also('a negative code', { easy: '-99' }, { ease: null }, coded({ ...FIVE, '-99': null })),
  also('a negative code that nobody mapped', { easy: '-99' }, unknown('-99')),
  also(
    'a code of sixteen digits',
    { easy: '9007199254740993' },
    { ease: 4 },
    coded({ ...FIVE, '9007199254740993': 4, '9007199254740992': 1 }),
  ),
  also(
    'a code of sixteen digits that a spreadsheet shortened',
    { easy: '9.0072E+15' },
    {
      column: 'easy',
      reason:
        'A spreadsheet has shortened this to “9.0072E+15”, and digits are lost. Export the file again, and don’t open it before.',
    },
  ),
  also(
    'a response id that a spreadsheet shortened',
    { id: '1.23457E+15' },
    {
      column: 'id',
      reason:
        'A spreadsheet has shortened this to “1.23457E+15”, and digits are lost. Export the file again, and don’t open it before.',
    },
  ),
  also(
    'several answers in one cell',
    { easy: '1,2,3' },
    {
      column: 'easy',
      reason: '“1,2,3” is 3 answers to ease in one cell, and only one can count.',
    },
  ),
  also(
    'several answers in one cell, decided by the mapping',
    { easy: '1,2,3' },
    { ease: 2 },
    coded({ ...FIVE, '1,2,3': 2 }),
  ),
  also('a decimal comma', { easy: '4,0' }, { ease: 4 }),
  also('a half', { easy: '4.5' }, unknown('4.5')),
  also('a full-width digit', { easy: '４' }, { ease: 4 }),
  also('a thousand', { easy: '1,000' }, unknown('1,000')),
  also(
    '1 as the best',
    { easy: '2' },
    { ease: 4 },
    { ...mappingFor(), ease: { column: 'easy', map: { '5': 5, '4': 4, '2': 4, '1': 1, '3': 3 } } },
  ),
];
// The reversed map above turns the model's own 2 as well.
CODES.at(-1)!.stored = CODES.at(-1)!.stored.map((row) => (row.key === 'r3' ? { ...row, ease: 4 } : row));

const PLACES: NastyCase[] = [
  also(
    'a code without its leading zeros',
    { unit: '1' },
    {
      column: 'branch',
      reason: 'No unit has the code 1. A spreadsheet may have dropped the leading zeros of 000001.',
    },
  ),
  also(
    'a code without its leading zeros, put back by the mapping',
    { unit: '1' },
    {},
    { ...mappingFor(), unit: { column: 'branch', zerosLost: true } },
  ),
  also(
    'a branch that has closed',
    { unit: '000002' },
    {
      column: 'branch',
      reason: 'Millbridge (000002) closed on 2026-06-01 and merged into no other unit.',
    },
  ),
  also(
    'a branch on its last day',
    { unit: '000002', when: '2026-06-01 12:00' },
    { unit: '000002', at: '2026-06-01T11:00:00.000Z', week: '2026-06-01' },
  ),
  also(
    'a merged branch before it merged',
    { unit: '000003', when: '2026-12-31 12:00' },
    { unit: '000003', at: '2026-12-31T12:00:00.000Z', week: '2026-12-28' },
  ),
  also('a branch nobody knows', { unit: '999999' }, { column: 'branch', reason: 'No unit has the code “999999”.' }),
];

const isoTime = (text: string) => ({
  column: 'when',
  reason: `“${text}” is not a date and time between 2000 and 2100.`,
});

const TIMES: NastyCase[] = [
  also(
    'the first of the two hours of autumn',
    { when: '2026-10-25 01:30 BST' },
    { at: '2026-10-25T00:30:00.000Z', week: '2026-10-19' },
  ),
  also('the second of them', { when: '2026-10-25 01:30 GMT' }, { at: '2026-10-25T01:30:00.000Z', week: '2026-10-19' }),
  also(
    'an hour that spring skips',
    { when: '2026-03-29 01:30' },
    { at: '2026-03-29T01:30:00.000Z', week: '2026-03-23' },
  ),
  also('week 53', { when: '2027-01-03 23:59' }, { at: '2027-01-03T23:59:00.000Z', week: '2026-12-28' }),
  also('an offset in the cell', { when: '2027-01-05 10:00:00 +0530' }, { at: '2027-01-05T04:30:00.000Z' }),
  also(
    'a day to come',
    { when: '2027-12-06 09:30' },
    {
      column: 'when',
      reason: '“2027-12-06 09:30” has not come yet. Check the year, and which of the numbers is the month.',
    },
  ),
  also('no day at all', { when: '2027-02-30 09:30' }, isoTime('2027-02-30 09:30')),
  also('no time', { when: '' }, { column: 'when', reason: 'The time is empty.' }),
];

const long = 'Da iawn ŵ '.repeat(500).trim();

const WORDS: NastyCase[] = [
  also('emoji and Welsh letters', { said: 'Gwych 🙂 – ŵŷâ 👩‍👩‍👧' }, { comment: 'Gwych 🙂 – ŵŷâ 👩‍👩‍👧' }),
  also('a formula', { said: '=cmd|’/c calc’!A1' }, { comment: '=cmd|’/c calc’!A1' }),
  also('five thousand characters', { said: long }, { comment: [...long].slice(0, 4000).join('') }),
  also('900 kB in one cell', { said: 'x'.repeat(900_000) }, { comment: 'x'.repeat(4000) }),
  also(
    'line breaks and quotation marks',
    { said: 'She said\n"Next!"\r\nand went' },
    { comment: 'She said\n"Next!"\r\nand went' },
  ),
  {
    ...also('quotation marks inside bare cells', { said: 'The PLACEHOLDER one' }, { comment: 'The "best" one' }),
    bytes: Buffer.from(
      write([...MODEL, { ...MODEL[0]!, id: 'x', said: 'The "best" one' }])
        .toString()
        .replace('"The ""best"" one"', 'The "best" one'),
    ),
  },
  also('a telephone number', { said: 'Ring 07700 900123' }, { comment: 'Ring [phone number]' }),
  also(
    'a permission that says nothing known',
    { contact: 'Maybe' },
    {
      column: 'contact',
      reason: '“Maybe” says neither yes nor no to being contacted: the mapping does not know it.',
    },
  ),
  also(
    'the same response twice',
    { id: 'r1', easy: '1' },
    {
      column: 'id',
      reason: 'The response id “r1” came earlier in this file; the first line with it was taken.',
    },
  ),
  {
    ...whole('Windows-1252', {}),
    bytes: encoded(headless.replace('Quick and kind', 'Café – “quick”'), 'utf8'),
    stored: STORED.map((row) => (row.key === 'r1' ? { ...row, comment: 'Café – “quick”' } : row)),
  },
];
WORDS.at(-1)!.bytes = Buffer.from(
  [...WORDS.at(-1)!.bytes.toString()]
    .map((letter) => ({ '–': '\x96', '“': '\x93', '”': '\x94' })[letter] ?? letter)
    .join(''),
  'latin1',
);

const celtic: NastyCase = {
  ...whole('ISO-8859-14', {}),
  bytes: Buffer.from(headless.replace('Quick and kind', 'T\xfe d\xf0r'), 'latin1'),
  stored: STORED.map((row) => (row.key === 'r1' ? { ...row, comment: 'Tŷ dŵr' } : row)),
};

export const CASES: readonly NastyCase[] = [...LAYOUTS, ...CODES, ...PLACES, ...TIMES, ...WORDS, celtic];
