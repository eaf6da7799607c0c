import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Enough, firstEnough, type SideSoFar, type WindowSoFar } from './first-enough.js';

const over = (answers: number): WindowSoFar => ({ answers, weeks: 26, recent: 0 });
const running = (answers: number, recent: number, weeks = 26): WindowSoFar => ({ answers, weeks, recent });
/** 40 units with 50 answers each on either side of the start. */
const plenty: SideSoFar = { units: 40, joined: 0, before: over(2000), after: running(2000, 500) };

interface Case {
  name: string;
  treated?: Partial<SideSoFar>;
  comparison?: Partial<SideSoFar>;
  missing: Enough['missing'];
  week: number | null;
}

const lacks = (
  side: 'treated' | 'comparison',
  what: 'units' | 'before' | 'after',
  has: number,
  week: number | null,
) => ({
  side,
  what,
  has,
  needs: what === 'units' ? 20 : 30,
  week,
});

const CASES: Case[] = [
  { name: 'all is there', missing: [], week: 52 },
  {
    name: 'as many as asked for are enough',
    treated: { units: 20, before: over(600), after: running(600, 0) },
    missing: [],
    week: 52,
  },
  {
    name: 'answers since the start come in 72 weeks: 18 of 30 are missing, a quarter of one a week',
    treated: { units: 24, after: running(24 * 12, 78), before: over(24 * 30) },
    missing: [lacks('treated', 'after', 12, 124)],
    week: 124,
  },
  {
    name: 'a window open for 4 weeks has its pace from these 4',
    treated: { units: 20, before: over(800), after: running(200, 200, 4) },
    missing: [lacks('treated', 'after', 10, 60)],
    week: 60,
  },
  {
    name: 'a part of a week is a whole week',
    comparison: { units: 20, before: over(800), after: running(599, 260) },
    missing: [lacks('comparison', 'after', 599 / 20, 53)],
    week: 53,
  },
  {
    name: 'the weeks before the start are over, and no answers come there any more',
    treated: { units: 30, before: over(600) },
    missing: [lacks('treated', 'before', 20, null)],
    week: null,
  },
  {
    name: 'nobody answers any more',
    comparison: { after: running(400, 0) },
    missing: [lacks('comparison', 'after', 10, null)],
    week: null,
  },
  {
    name: 'four units come in 13 weeks and bring their past: the missing eight take 26 weeks, and answers are there before them',
    // By then there are 480 answers since the start and 15 / 13 a unit and week of 12 and of 8 more, 12 x 26 + 8 x 13 weeks of
    // units: 960, and 20 units need 600.
    treated: { units: 12, joined: 4, before: over(480), after: running(480, 180) },
    missing: [lacks('treated', 'units', 12, 78)],
    week: 78,
  },
  {
    name: 'units that join have nothing since the start: the average falls, and has to rise again',
    // 10 more come within 13 weeks; 10 units with 31 each and 13 answers a quarter have 310 + 0.1 x (10 x 13 + 65) = 329.5
    // then, and 270.5 more come at 2 a week in 136 weeks.
    treated: { units: 10, joined: 10, before: over(310), after: running(310, 13) },
    missing: [lacks('treated', 'units', 10, 65)],
    week: 52 + 13 + 136,
  },
  {
    name: 'nobody joins',
    treated: { units: 6, before: over(240), after: running(240, 60) },
    missing: [lacks('treated', 'units', 6, null)],
    week: null,
  },
  {
    name: 'the comparison loses units too quickly: of 30 there are 20 left after 13 weeks, and answers take 20',
    comparison: { units: 30, joined: -10, before: over(1200), after: running(30 * 10, 30 * 13) },
    missing: [lacks('comparison', 'after', 10, 72)],
    week: null,
  },
  {
    name: 'the comparison loses units, but slowly enough',
    comparison: { units: 36, joined: -10, before: over(1440), after: running(36 * 10, 36 * 13) },
    missing: [lacks('comparison', 'after', 10, 72)],
    week: 72,
  },
  {
    name: 'nobody is trained yet',
    treated: { units: 0, joined: 0, before: over(0), after: running(0, 0, 0) },
    missing: [
      lacks('treated', 'units', 0, null),
      lacks('treated', 'before', 0, null),
      lacks('treated', 'after', 0, null),
    ],
    week: null,
  },
  {
    name: 'the latest of several decides',
    treated: { units: 40, before: running(800, 520), after: running(1120, 520) },
    comparison: { units: 19, joined: 1, before: over(760), after: running(760, 190) },
    missing: [
      lacks('treated', 'before', 20, 62),
      lacks('treated', 'after', 28, 54),
      lacks('comparison', 'units', 19, 65),
    ],
    week: 65,
  },
];

const someWindow = fc.record({
  answers: fc.integer({ min: 0, max: 2000 }),
  weeks: fc.integer({ min: 0, max: 40 }),
  recent: fc.integer({ min: 0, max: 600 }),
});
const someSide = fc.record({
  units: fc.integer({ min: 0, max: 40 }),
  joined: fc.integer({ min: -8, max: 12 }),
  before: someWindow,
  after: someWindow,
});
const someSides = fc.record({ treated: someSide, comparison: someSide });
const someWeeks = fc.integer({ min: 1, max: 60 });

/** Lets weeks pass at the pace of a side, a hundredth of a week at a time, and says whether it has enough at their end. */
function hasEnoughAfter(passed: number, weeks: number, { units, joined, before, after }: SideSoFar): boolean {
  const STEPS = 100;
  const pace = ({ recent, weeks: open }: WindowSoFar) =>
    open > 0 && units > 0 ? recent / Math.min(13, open) / units : 0;
  let [now, since] = [units, after.answers];
  for (let step = 0; step < passed * STEPS; step += 1) {
    const next = now + joined / Math.min(13, weeks) / STEPS;
    const held = joined >= 0 && units < 20 ? Math.min(20, next) : units;
    since += (pace(after) * (held + (joined >= 0 && units < 20 ? Math.min(20, now) : units))) / 2 / STEPS;
    now = next;
  }
  const held = joined >= 0 && units < 20 ? Math.min(20, now) : units;
  const averageBefore = units > 0 ? before.answers / units + pace(before) * passed : 0;
  return now >= 20 - 1e-6 && averageBefore >= 30 - 1e-6 && since >= 30 * held - 1e-3;
}

describe('what is not enough yet', () => {
  it.each(CASES)('$name', ({ treated, comparison, missing, week }) =>
    expect(firstEnough(52, { treated: { ...plenty, ...treated }, comparison: { ...plenty, ...comparison } })).toEqual({
      missing,
      week,
    }),
  );

  it('is enough in the week that is said, when weeks pass at this pace, and not in the week before', () => {
    fc.assert(
      fc.property(someSides, someWeeks, (sides, weeks) => {
        const { missing, week } = firstEnough(weeks, sides);
        const enough = (passed: number) =>
          hasEnoughAfter(passed, weeks, sides.treated) && hasEnoughAfter(passed, weeks, sides.comparison);
        expect(missing.length === 0).toBe(enough(0));
        if (week === null || week - weeks > 200) return;
        expect(enough(week - weeks)).toBe(true);
        if (week > weeks) expect(enough(week - weeks - 1)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('never comes where nothing is said to come, however long one waits', () => {
    fc.assert(
      fc.property(someSides, someWeeks, (sides, weeks) => {
        if (firstEnough(weeks, sides).week !== null) return;
        for (const passed of [0, 1, 20])
          expect(hasEnoughAfter(passed, weeks, sides.treated) && hasEnoughAfter(passed, weeks, sides.comparison)).toBe(
            false,
          );
      }),
      { numRuns: 200 },
    );
  });

  it('comes no later with more answers a week, and is nothing at once where nothing is missing', () => {
    fc.assert(
      fc.property(someSides, someWeeks, fc.integer({ min: 1, max: 300 }), (sides, weeks, more) => {
        const { missing, week } = firstEnough(weeks, sides);
        if (missing.length === 0) expect(week).toBe(weeks);
        const { after } = sides.treated;
        const faster = { ...sides.treated, after: { ...after, recent: after.recent + more } };
        const sooner = firstEnough(weeks, { ...sides, treated: faster }).week;
        if (week !== null) expect(sooner).not.toBeNull();
        expect(sooner ?? Infinity).toBeLessThanOrEqual(week ?? Infinity);
      }),
    );
  });
});
