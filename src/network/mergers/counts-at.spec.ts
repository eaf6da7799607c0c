import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { countsAt, type UnitLife } from './counts-at.js';

const [ASHFORD, NEWPORT, CWMBRAN] = [1, 2, 3];
const UNITS = new Map<number, UnitLife>([
  [
    ASHFORD,
    {
      id: ASHFORD,
      // It moved in between, and opened again later.
      places: [
        { from: '2020-01-01', to: '2024-05-01' },
        { from: '2024-05-01', to: '2027-03-15' },
        { from: '2028-01-01', to: '2028-02-01' },
      ],
      mergers: [{ on: '2027-03-14', into: NEWPORT }],
    },
  ],
  [
    NEWPORT,
    { id: NEWPORT, places: [{ from: '2020-01-01', to: '2027-07-01' }], mergers: [{ on: '2027-06-30', into: CWMBRAN }] },
  ],
  [CWMBRAN, { id: CWMBRAN, places: [{ from: '2020-01-01', to: null }], mergers: [] }],
]);

const at = (id: number, day: IsoDate) => countsAt(UNITS.get(id)!, day, (other) => UNITS.get(other));

describe('which unit is meant on a day', () => {
  it.each<[number, IsoDate, number, number]>([
    [ASHFORD, '2027-03-14', ASHFORD, 0],
    [ASHFORD, '2027-03-15', NEWPORT, 1],
    [ASHFORD, '2027-06-30', NEWPORT, 1],
    [ASHFORD, '2027-07-01', CWMBRAN, 2],
    [ASHFORD, '2028-01-15', ASHFORD, 0],
    [NEWPORT, '2027-07-01', CWMBRAN, 1],
    [CWMBRAN, '2030-01-01', CWMBRAN, 0],
  ])('what names %i on %s is of %i, after %i steps', (named, day, unit, steps) => {
    const found = at(named, day);
    expect('at' in found && found.at.id).toBe(unit);
    expect(found.steps).toHaveLength(steps);
  });

  it.each<[string, number, IsoDate, IsoDate | null]>([
    ['before it opened', ASHFORD, '2019-12-31', null],
    ['after it closed for good, having opened again', ASHFORD, '2028-02-01', '2028-01-31'],
  ])('there is none %s', (_, named, day, closedOn) => {
    expect(at(named, day)).toMatchObject({ nowhere: { last: { id: named }, closedOn } });
  });

  it('never goes round for ever, whatever the data say', () => {
    const closed = (id: number, into: number): UnitLife => ({
      id,
      places: [{ from: '2020-01-01', to: '2027-01-02' }],
      mergers: [{ on: '2027-01-01', into }],
    });
    const circle = new Map([closed(1, 2), closed(2, 3), closed(3, 1)].map((unit) => [unit.id, unit]));
    expect(countsAt(circle.get(1)!, '2027-02-01', (id) => circle.get(id))).toHaveProperty('nowhere');
  });
});

/** Units that close one after the other, each into a later one or none; the last stands for ever. */
const lives = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.option(fc.nat())), { minLength: 1, maxLength: 8 })
  .map((closings) => {
    let day = 0;
    const ends = closings.map(([after]) => (day += after));
    const all = closings.map(([, into], id): UnitLife => {
      const next = id + 1 + ((into ?? 0) % (closings.length - id));
      const to = addDays('2027-01-01', ends[id]!);
      return {
        id,
        places: [{ from: '2020-01-01', to }],
        mergers: into === null ? [] : [{ on: addDays(to, -1), into: next }],
      };
    });
    return [...all, { id: all.length, places: [{ from: '2020-01-01', to: null }], mergers: [] }];
  });

describe('random mergers', () => {
  it('lead to a unit that stands on the day, one merger after the other, or say that there is none', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: 200 }), (units, days) => {
        const day = addDays('2027-01-01', days);
        const found = countsAt(units[0]!, day, (id) => units[id]);
        const mergedOn = found.steps.map(({ on }) => on);
        expect([...mergedOn].sort()).toEqual(mergedOn);
        expect(found.steps.every(({ on }) => on < day)).toBe(true);
        if ('at' in found) expect(found.at.places.some(({ to }) => to === null || day < to)).toBe(true);
        else expect(found.nowhere.last.mergers).toEqual([]);
        found.steps.forEach(({ unit }, index) =>
          expect(unit).toBe(index === 0 ? units[0] : found.steps[index - 1]!.into),
        );
      }),
    );
  });
});
