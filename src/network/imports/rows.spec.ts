import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDay, readDays } from './days.js';
import { type PersonCells, readPersonRow } from './person-row.js';
import { readUnitRow, type UnitCells } from './unit-row.js';

const unit: UnitCells = {
  region_code: 'R1',
  region_name: 'The North',
  area_code: 'A07',
  area_name: 'Northmere and Coast',
  unit_code: '021047',
  unit_name: 'Ashbridge',
  kind: 'branch',
  nation: 'england',
  from: '2020-01-01',
  to: '',
};

const person: PersonCells = {
  reference: '100001',
  name: 'Sam Kaur',
  email: '',
  unit_code: '021047',
  role: 'staff',
  from: '2020-01-01',
  to: '',
};

describe('a row of the units file', () => {
  it('is read with its open end', () => {
    expect(readUnitRow(unit)).toMatchObject({
      row: { unitCode: '021047', areaCode: 'A07', kind: 'branch', days: { first: '2020-01-01', last: null } },
    });
  });

  it.each<[string, Partial<UnitCells>, RegExp]>([
    ['a branch code that lost its zero', { unit_code: '21047' }, /six digits.*Did you mean 021047\?/],
    ['a branch code with letters', { unit_code: 'ASH001' }, /six digits, and “ASH001” does not/],
    ['no area', { area_code: '' }, /area_code is missing/],
    ['no name', { unit_name: '' }, /unit_name is missing/],
    ['an unknown kind', { kind: 'shop' }, /“shop” in kind is not one of branch, paymentPoint/],
    ['an unknown nation', { nation: 'France' }, /“France” in nation/],
    ['a day that does not exist', { from: '2026-02-30' }, /“2026-02-30” in from is not a date/],
    ['a day written otherwise', { from: '01/04/2026' }, /Write it like 2026-04-01/],
    ['no first day', { from: '' }, /date in from is missing/],
    ['an end before the beginning', { to: '2019-12-31' }, /would end on 2019-12-31, before it begins/],
    ['a character that breaks the database', { unit_name: 'Ash\u0000bridge' }, /cannot be printed/],
  ])('%s is refused with a sentence', (_, change, sentence) => {
    expect(readUnitRow({ ...unit, ...change })).toMatchObject({ reason: expect.stringMatching(sentence) });
  });

  it.each<[Partial<UnitCells>, object]>([
    [
      { kind: 'Payment point', unit_code: 'PP-9' },
      { kind: 'paymentPoint', unitCode: 'PP-9' },
    ],
    [{ kind: 'contact-centre', unit_code: 'Leeds 1' }, { kind: 'contactCentre' }],
    [{ nation: 'Northern Ireland' }, { nation: 'northernIreland' }],
    [{ to: '2020-01-01' }, { days: { first: '2020-01-01', last: '2020-01-01' } }],
  ])('takes %o', (change, row) => expect(readUnitRow({ ...unit, ...change })).toMatchObject({ row }));

  it('never throws, whatever the cells hold', () => {
    const cells = fc.record(Object.fromEntries(Object.keys(unit).map((column) => [column, fc.string()])));
    fc.assert(
      fc.property(cells, (any) => {
        const result = readUnitRow(any as UnitCells);
        return 'row' in result || /^[\s\S]{10,}\.$|\?$/.test(result.reason);
      }),
    );
  });
});

describe('a row of the people file', () => {
  it('needs no e-mail', () => {
    expect(readPersonRow(person)).toMatchObject({ row: { reference: '100001', email: null, placeCode: '021047' } });
  });

  it.each<[string, Partial<PersonCells>, RegExp]>([
    ['no reference', { reference: '' }, /reference is missing/],
    ['an e-mail for a reference', { reference: 'sam@example.org' }, /payroll or branch user number/],
    ['no place', { unit_code: '' }, /unit_code is missing/],
    ['an unknown role', { role: 'boss' }, /“boss” in role is not one of staff, postmaster/],
    ['half an e-mail', { email: 'sam@' }, /“sam@” is not an e-mail address/],
    ['an end before the beginning', { to: '2001-01-01' }, /before it begins/],
  ])('%s is refused with a sentence', (_, change, sentence) => {
    expect(readPersonRow({ ...person, ...change })).toMatchObject({ reason: expect.stringMatching(sentence) });
  });
});

describe('days', () => {
  it('every day of the calendar is one, and no other text is', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(fc.property(days, (day) => isDay(day.toISOString().slice(0, 10))));
    fc.assert(fc.property(fc.string(), (text) => !isDay(text) || /^\d{4}-\d{2}-\d{2}$/.test(text)));
  });

  it('one day may begin and end something', () => {
    expect(readDays('2026-04-01', '2026-04-01')).toEqual({ days: { first: '2026-04-01', last: '2026-04-01' } });
  });
});
