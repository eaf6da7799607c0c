import { describe, expect, it } from '@jest/globals';
import { rowMapper } from '../imports/mapped-row.js';
import { type KnownUnit, unitFinder } from '../imports/unit-finder.js';
import { HEADING, MAPPING } from './api-mapping.js';
import { sorted } from './sorted.js';

const unit = (id: number, code: string, name: string, to: string | null = null): KnownUnit => ({
  ...{ id, code, name, mergers: [], places: [{ from: '2015-01-01', to }] },
});
const UNITS = [unit(1, '000001', 'Ashbridge'), unit(2, '000002', 'Millbridge', '2026-06-02')];
const map = rowMapper(MAPPING, HEADING, unitFinder(UNITS, MAPPING.unit), new Date('2027-02-10T10:00:00Z'));
const GOOD = { responseId: 'x', unit: '000001', at: '2027-01-06 09:30' };

/** In the same words as for the line of a file (test/feedback/nasty). */
describe('a response that a program sends is rejected as a line of a file is', () => {
  it.each<[object, string, string]>([
    [{ unit: '1' }, '/unit', 'No unit has the code 1. A spreadsheet may have dropped the leading zeros of 000001.'],
    [{ unit: '000002' }, '/unit', 'Millbridge (000002) closed on 2026-06-01 and merged into no other unit.'],
    [{ unit: '999999' }, '/unit', 'No unit has the code “999999”.'],
    [{ at: '2027-02-30 09:30' }, '/at', '“2027-02-30 09:30” is not a date and time between 2000 and 2100.'],
    [
      { at: '2027-12-06 09:30' },
      '/at',
      '“2027-12-06 09:30” has not come yet. Check the year, and which of the numbers is the month.',
    ],
    [
      { responseId: '1.23457E+15' },
      '/responseId',
      'A spreadsheet has shortened this to “1.23457E+15”, and digits are lost. Export the file again, and don’t open it before.',
    ],
    [{ ease: '1,2,3' }, '/ease', 'Give a whole number from 1 to 5, or null for no answer.'],
    [{ ease: -99 }, '/ease', 'Give a whole number from 1 to 5, or null for no answer.'],
    [{ mayContact: 'Maybe' }, '/mayContact', 'Give true or false, or null when nobody said.'],
  ])('%j', (change, pointer, reason) => {
    expect(sorted([{ ...GOOD, ...change }], map)).toEqual({
      kept: [],
      rejects: [{ index: 0, pointer: `/responses/0${pointer}`, reason }],
    });
  });

  it.each([
    ['2026-10-25 01:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25 01:30 GMT', '2026-10-25T01:30:00.000Z'],
    ['2026-03-29 01:30', '2026-03-29T01:30:00.000Z'],
  ])('and %s is the same moment', (at, moment) => {
    expect(sorted([{ ...GOOD, at }], map).kept[0]?.answeredAt.toISOString()).toBe(moment);
  });
});
