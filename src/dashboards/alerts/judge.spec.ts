import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Condition } from './alert.js';
import { type Seen, tellings } from './judge.js';

const sums = (n: number, good: number, bad = 0) => ({ n, good, bad });
const seen = (recent: [number, number], earlier: [number, number], answered = recent[0] / 4, placeId = 1): Seen => ({
  placeId,
  recent: sums(...recent),
  earlier: sums(...earlier),
  answered,
});
const MONDAYS = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01'];
const weeks = (...each: Seen[][]) => each.map((one, at) => ({ week: MONDAYS[at]!, seen: one }));
const toldIn = (condition: Condition, ...each: Seen[][]) =>
  tellings(condition, weeks(...each)).told.map(({ week }) => week);

const FALL: Condition = { measure: 'ease', rule: 'falls', threshold: null };
const fell = seen([180, 122], [585, 480]);
const steady = seen([180, 148], [585, 480]);
const silent = seen([4, 0], [585, 480]);

describe('a fall', () => {
  it('is told once while it lasts, and again after it was over', () => {
    expect(toldIn(FALL, [steady], [fell], [fell], [steady], [fell])).toEqual([MONDAYS[1], MONDAYS[4]]);
  });

  it('is neither told nor over where too few answered', () => {
    expect(toldIn(FALL, [silent], [fell], [silent], [fell])).toEqual([MONDAYS[1]]);
  });

  it('says from where to where', () => {
    const [told] = tellings(FALL, weeks([fell])).told;
    expect(told).toMatchObject({ placeId: 1, week: MONDAYS[0], n: 180 });
    expect(told!.value).toBeCloseTo(67.8, 1);
    expect(told!.change).toBeCloseTo(-14.3, 1);
  });

  it('of one place among many has to be clearer than one alone', () => {
    const alone = seen([100, 70], [300, 243]);
    const crowd = Array.from({ length: 60 }, (_, at) => seen([100, 81], [300, 243], 25, at + 2));
    expect(toldIn(FALL, [alone])).toHaveLength(1);
    expect(toldIn(FALL, [alone, ...crowd])).toHaveLength(0);
  });

  it('of feelings goes by good and bad ones', () => {
    const down: Seen = { placeId: 1, recent: sums(200, 90, 80), earlier: sums(600, 450, 60), answered: 50 };
    expect(toldIn({ ...FALL, measure: 'emotion' }, [down])).toHaveLength(1);
  });
});

describe('a number', () => {
  it.each([
    ['wholly below', [100, 50], 'below', 70, 1],
    ['below, but not surely', [100, 66], 'below', 70, 0],
    ['too few to say', [9, 0], 'below', 70, 0],
    ['wholly above', [100, 95], 'above', 80, 1],
    ['above, but not surely', [100, 83], 'above', 80, 0],
  ] as const)('%s', (_, recent, rule, threshold, times) => {
    expect(toldIn({ measure: 'ease', rule, threshold }, [seen([...recent], [0, 0])])).toHaveLength(times);
  });

  it('has to be back on its good side before it is told again', () => {
    const condition: Condition = { measure: 'ease', rule: 'below', threshold: 70 };
    const [low, almost, back] = [seen([100, 50], [0, 0]), seen([100, 66], [0, 0]), seen([100, 72], [0, 0])];
    expect(toldIn(condition, [low], [almost], [low])).toHaveLength(1);
    expect(toldIn(condition, [low], [back], [low])).toHaveLength(2);
  });

  it('of answers counts the week alone', () => {
    const condition: Condition = { measure: 'responses', rule: 'few', threshold: 3 };
    expect(toldIn(condition, [seen([40, 30], [0, 0], 2)], [seen([40, 30], [0, 0], 3)])).toEqual([MONDAYS[0]]);
  });
});

describe('whatever happens', () => {
  const some = fc.constantFrom(fell, steady, silent);

  it('a place is told of at most every other week, and week by week or at once is the same', () => {
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 5 }), (each) => {
        const all = weeks(...each.map((one) => [one]));
        const atOnce = tellings(FALL, all);
        let raised: ReadonlySet<number> = new Set();
        const oneByOne = all.flatMap((week) => {
          const found = tellings(FALL, [week], raised);
          raised = found.raised;
          return found.told;
        });
        expect(oneByOne).toEqual(atOnce.told);
        expect(atOnce.told.length).toBeLessThanOrEqual(Math.ceil(each.length / 2));
      }),
    );
  });
});
