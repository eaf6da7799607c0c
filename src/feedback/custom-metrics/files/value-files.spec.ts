import { describe, expect, it } from '@jest/globals';
import { layoutOf } from '../../imports/layout.js';
import { profilesOf } from '../../sources/column-profile.js';
import type { Metric } from '../metric.js';
import { type KnownPlace, placeFinder } from '../values/find-place.js';
import { guessValues } from './guess-values.js';
import { periodFormatOf, periodReader } from './period-format.js';
import { isRejected, lineReader } from './value-lines.js';
import { columnsIn, readValueMapping } from './value-mapping.js';

const FOOTFALL: Metric = {
  ...{ id: 1, key: 'footfall', name: 'Footfall', nameCy: 'Nifer yr ymwelwyr', unit: 'visitors', unitCy: 'ymwelwyr' },
  ...{
    weightName: '',
    weightNameCy: '',
    decimals: 0,
    direction: 'higher',
    kind: 'count',
    grain: 'week',
    level: 'unit',
  },
  ...{ audience: 'everyone', driver: null, unitKinds: [], retiredAt: null },
};
const RESPONSE: Metric = {
  ...FOOTFALL,
  ...{ key: 'first-response', name: 'First response time', unit: 'minutes', weightName: 'contacts', kind: 'average' },
  ...{ grain: 'day' },
};
const RANK: Metric = {
  ...FOOTFALL,
  key: 'index-rank',
  name: 'Rank',
  unit: '',
  kind: 'level',
  grain: 'year',
  level: 'network',
};

const unit = { kind: 'branch', places: [{ from: '2020-01-01', to: null }], mergers: [] } as const;
const KNOWN: KnownPlace[] = [
  { id: 1, code: '021047', name: 'Ashbridge', unit: { ...unit, places: [...unit.places], mergers: [] } },
  { id: 2, code: '000002', name: 'Millbridge', unit: { ...unit, places: [...unit.places], mergers: [] } },
];

/** What becomes of a file that nobody corrects. */
function guessed(metric: Metric, [heading = [], ...rows]: string[][]) {
  const mapping = guessValues(profilesOf(layoutOf([heading, ...rows]), rows), KNOWN, metric);
  const columns = columnsIn(heading, mapping, metric);
  if (typeof columns === 'string') return { mapping, problem: columns, values: [], rejected: [] };
  const find = placeFinder(metric, KNOWN, mapping.match);
  const read = lineReader(metric, mapping, columns, find, '2027-02-10');
  const all = rows.flatMap((cells, at) => read({ line: at + 2, cells }));
  const values = all.flatMap((one) => (isRejected(one) ? [] : [[one.placeId, one.startsOn, one.value, one.weight]]));
  return { mapping, problem: null, values, rejected: all.filter(isRejected) };
}

describe('how periods are written', () => {
  it.each([
    [['2027-02-08', '2027-02-15'], 'ISO'],
    [['08/02/2027', '15/02/2027'], 'd/M/yyyy'],
    [['2/15/2027', '2/08/2027'], 'M/d/yyyy'],
    [['Feb 2027', 'Mar 2027'], 'MMM yyyy'],
    [['Q1 2027', 'Q2 2027'], "'Q'q yyyy"],
    [['2027-Q1'], "yyyy-'Q'q"],
    [['2025', '2026'], 'yyyy'],
    [['2027-W05'], 'ISO'],
    [['2027-01'], 'ISO'],
    [['1240', '980'], null],
    [['1,240', '980.5'], null],
    [['yes', 'no'], null],
    [[''], null],
  ])('%j: %s', (texts, format) => {
    expect(periodFormatOf(texts)).toBe(format);
  });

  it('is brought to the first day of the metric’s period', () => {
    expect(periodReader('d/M/yyyy', 'week')('10/02/2027')).toBe('2027-02-08');
    expect(periodReader("'Q'q yyyy", 'quarter')('Q3 2026')).toBe('2026-07-01');
    expect(periodReader('yyyy', 'year')('2026')).toBe('2026-01-01');
    expect(periodReader('ISO', 'day')('2027-02-30')).toBeNull();
  });
});

describe('a file that is guessed', () => {
  it('long, with the leading zeros that a spreadsheet left alone', () => {
    const { values, rejected } = guessed(FOOTFALL, [
      ['Week', 'Branch', 'Footfall'],
      ['01/02/2027', '021047', '1,240'],
      ['01/02/2027', '000002', '310'],
      ['15/02/2027', '000002', '310'],
      ['25/01/2027', '2', '300'],
      ['25/01/2027', '000002', 'closed'],
      ['', '000002', '12'],
      ['25/01/2027', '000002', ''],
      ['25/01/2027', '000002', '-4'],
    ]);
    expect(values).toEqual([
      [1, '2027-02-01', 1240, null],
      [2, '2027-02-01', 310, null],
    ]);
    expect(rejected.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [4, 0, 'Week of 15 February 2027 has not begun yet.'],
      [5, 1, expect.stringContaining('leading zeros')],
      [6, 2, '“closed” is no number. Write it as 1234.5.'],
      [7, 0, 'The period is missing.'],
      [8, 2, 'The value is missing.'],
      [9, 2, 'A count can’t be less than 0.'],
    ]);
  });

  it('wide, where an empty cell is nobody’s report', () => {
    const { mapping, values } = guessed(FOOTFALL, [
      ['Office', '25 Jan 2027', '1 Feb 2027'],
      ['Ashbridge', '1200', '1240'],
      ['Millbridge', '', '310'],
    ]);
    expect(mapping).toMatchObject({ form: 'wide', place: 'Office', match: 'name' });
    expect(values).toEqual([
      [1, '2027-01-25', 1200, null],
      [1, '2027-02-01', 1240, null],
      [2, '2027-02-01', 310, null],
    ]);
  });

  it('of an average, with its weight and times as exports write them', () => {
    const { mapping, values } = guessed(RESPONSE, [
      ['day', 'unit', 'contacts', 'first response time'],
      ['2027-02-01', '021047', '850', '0:11:30'],
      ['2027-02-02', '021047', '2,500', '9'],
    ]);
    expect(mapping).toMatchObject({ value: 'first response time', weight: 'contacts' });
    expect(values).toEqual([
      [1, '2027-02-01', 11.5, 850],
      [1, '2027-02-02', 9, 2500],
    ]);
  });

  it('of the whole network, without a place', () => {
    const { values } = guessed(RANK, [
      ['Year', 'Rank'],
      ['2025', '31'],
      ['2026', '24'],
    ]);
    expect(values).toEqual([
      [0, '2025-01-01', 31, null],
      [0, '2026-01-01', 24, null],
    ]);
  });
});

describe('a mapping', () => {
  it('says what it lacks', () => {
    const mapping = readValueMapping({ place: 'Branch', time: 'Week', value: 'Visitors' });
    expect(columnsIn(['Branch', 'Day'], mapping, FOOTFALL)).toBe('The file has no column “Week” and “Visitors”.');
    expect(columnsIn(['Branch'], readValueMapping({ place: 'Branch' }), FOOTFALL)).toBe(
      'Choose the column of: Period and Value.',
    );
    expect(columnsIn(['Branch', 'x'], readValueMapping({ form: 'wide', place: 'Branch' }), FOOTFALL)).toContain(
      'headed by',
    );
    expect(
      columnsIn(['Branch', '2027-01-01'], readValueMapping({ form: 'wide', place: 'Branch' }), RESPONSE),
    ).toContain('weight');
  });

  it.each([[null], [7], [{ format: 'nonsense' }]])('is refused when it is %j', (json) => {
    expect(() => readValueMapping(json)).toThrow();
  });
});
