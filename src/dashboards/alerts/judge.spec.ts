import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Condition } from './alert.js';
import { tellings } from './judge.js';
import { NO_SUMS, type Seen } from './seen/seen.js';

const sums = (n: number, good: number, bad = 0) => ({ n, good, bad });
const seen = (recent: [number, number], earlier: [number, number], answered = recent[0] / 4, placeId = 1): Seen => ({
  placeId,
  recent: sums(...recent),
  earlier: sums(...earlier),
  answered,
  figure: null,
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
    const [recent, earlier] = [sums(200, 90, 80), sums(600, 450, 60)];
    const down: Seen = { placeId: 1, recent, earlier, answered: 50, figure: null };
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

describe('training', () => {
  const done = (good: number, n = 20): Seen => ({ ...seen([n, good], [0, 0], 0), earlier: NO_SUMS });
  const behind: Condition = { measure: 'completion', rule: 'below', threshold: 60 };

  it.each([
    ['under the line', [11], 1],
    ['on the line', [12], 0],
    ['back on the line is not over yet', [11, 12, 11], 1],
    ['five points above it is', [11, 13, 11], 2],
    ['wavering is told once', [11, 12, 11, 12, 11], 1],
  ])('%s', (_, each, times) => {
    expect(toldIn(behind, ...each.map((good) => [done(good)]))).toHaveLength(times);
  });

  it('of fewer than five colleagues says nothing', () => {
    expect(toldIn(behind, [done(0, 4)])).toEqual([]);
    expect(toldIn({ ...behind, measure: 'course:put-it-right' }, [done(0, 5)])).toHaveLength(1);
  });

  it('of everybody can be over, although there is no more to come', () => {
    const all: Condition = { ...behind, threshold: 98 };
    expect(toldIn(all, [done(19)], [done(20)], [done(19)])).toHaveLength(2);
  });
});

describe('a theme', () => {
  const spoken = (answered: number): Seen => seen([0, 0], [0, 0], answered);
  const many: Condition = { measure: 'theme:queues', rule: 'above', threshold: 8 };
  const risen = seen([100, 30], [400, 40]);

  it('is told when more comments than a number speak of it, and again after a week with far fewer', () => {
    expect(toldIn(many, [spoken(8)], [spoken(9)], [spoken(7)], [spoken(12)])).toEqual([MONDAYS[1]]);
    expect(toldIn(many, [spoken(9)], [spoken(6)], [spoken(9)])).toEqual([MONDAYS[0], MONDAYS[2]]);
  });

  it('of fewer than five comments says nothing', () => {
    expect(toldIn({ ...many, threshold: 3 }, [spoken(4)])).toEqual([]);
  });

  it('rises when its share of comments does, by more than chance', () => {
    const rises: Condition = { measure: 'rising:queues', rule: 'above', threshold: 0 };
    const [told] = tellings(rises, weeks([risen])).told;
    expect(told).toMatchObject({ value: 30, n: 100 });
    expect(told!.change).toBeCloseTo(20, 5);
    expect(toldIn(rises, [seen([100, 12], [400, 40])])).toEqual([]);
    expect(toldIn(rises, [seen([12, 4], [400, 4])])).toEqual([]);
    expect(toldIn(rises, [risen], [seen([100, 15], [400, 40])], [risen])).toHaveLength(1);
    expect(toldIn(rises, [risen], [seen([100, 10], [400, 40])], [risen])).toHaveLength(2);
  });
});

describe('what is no count', () => {
  const at = (figure: number | null): Seen => ({ ...seen([60, 30], [0, 0]), figure });

  it('clearly below others is outside of the limits of 99.8 %, until it is inside those of 95 %', () => {
    const below: Condition = { measure: 'funnel', rule: 'below', threshold: 99.8 };
    expect(toldIn(below, [at(-3)], [at(-3.2)], [at(-2.5)], [at(-3.2)])).toEqual([MONDAYS[1]]);
    expect(toldIn(below, [at(-3.2)], [at(-1.9)], [at(-3.2)])).toHaveLength(2);
    expect(toldIn(below, [at(null)], [at(3.5)])).toEqual([]);
    expect(toldIn({ ...below, rule: 'above' }, [at(3.5)])).toHaveLength(1);
  });

  it('a number is told below or above a line, and again once it was a twentieth on the other side', () => {
    const few: Condition = { measure: 'number:footfall', rule: 'below', threshold: 1000 };
    expect(toldIn(few, [at(1000)], [at(990)], [at(1040)], [at(990)])).toEqual([MONDAYS[1]]);
    expect(toldIn(few, [at(990)], [at(null)], [at(1050)], [at(990)])).toHaveLength(2);
    expect(toldIn({ ...few, rule: 'above', threshold: -3 }, [at(-2)])).toHaveLength(1);
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
