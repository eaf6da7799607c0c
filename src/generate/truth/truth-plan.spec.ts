import { describe, expect, it } from '@jest/globals';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { DRIVERS } from '../../platform/drivers.js';
import { weekCounts } from '../feedback/week-counts.js';
import { layoutOf } from '../network/layout.js';
import { planNetwork } from '../network/network-plan.js';
import { foundedOn, FULL_SIZE, weeksOf } from '../size.js';
import { effectsOf, strengthAt } from './effects.js';
import { truthOf } from './truth-file.js';
import { planTruth, QUARTER } from './truth-plan.js';

const SIZE = { ...FULL_SIZE, units: 2400, people: 6000, weeks: 80 };
const network = planNetwork({ layout: layoutOf(SIZE.units), ...SIZE, founded: foundedOn(SIZE.until) });
const studies = planTruth(network, SIZE);
const effects = effectsOf(studies);
const study = (key: string) => studies.find((one) => one.key === key)!;

/** A week of everybody's answers, drawn once for all that ask about it. */
const drawn = new Map<string, ReturnType<typeof weekCounts>>();
function countsOf(week: IsoDate, size: typeof SIZE) {
  const key = `${week} ${size.responsesPerUnitWeek}`;
  const counts = drawn.get(key) ?? weekCounts({ ...size, units: network.units }, week, effects.ease);
  drawn.set(key, counts);
  return counts;
}

/** Share of easy visits over some weeks, of some units. */
function easeOf(units: readonly number[], weeks: readonly IsoDate[], size = SIZE): number {
  const counts = weeks.map((week) => countsOf(week, size));
  const sum = (of: 'responses' | 'easeTop') =>
    counts.reduce((all, count) => all + units.reduce((total, unit) => total + count[of][unit]!, 0), 0);
  return (100 * sum('easeTop')) / sum('responses');
}

const before = (week: IsoDate) => Array.from({ length: QUARTER }, (_, back) => addDays(week, -7 * (back + 1)));
const since = (week: IsoDate) => Array.from({ length: QUARTER }, (_, on) => addDays(week, 7 * on));

describe('what is planted', () => {
  it('has each branch in one study at most, in one wave or in the comparison', () => {
    const units = studies.flatMap(({ planned, comparison }) => [
      ...planned.flatMap((wave) => wave.units),
      ...comparison,
    ]);
    expect(new Set(units).size).toBe(units.length);
    expect(units.every((unit) => network.units[unit]!.kind === 'branch')).toBe(true);
  });

  it('begins with the wave, grows for a month, and lasts or fades', () => {
    const { week, units } = study('fading').planned[0]!;
    const [unit, driver] = [units[0]!, DRIVERS.indexOf('understanding')];
    const at = (weeks: number) => effects.driver(unit, addDays(week, 7 * weeks), driver);
    expect([at(-1), at(0), at(3), at(11)]).toEqual([0, 0.125, 0.5, 0.25]);
    expect(effects.driver(unit, addDays(week, 21), DRIVERS.indexOf('friendly'))).toBe(0);
    expect(strengthAt(study('lasting'), week, addDays(week, 7 * 200))).toBe(1);
  });

  it.each([
    ['lasting', 1],
    ['none', 1],
    // Over the quarter after its first month, what is left of it: the average of its profile.
    ['fading', 0.59],
  ])('can be found where there is no noise: what the file says of “%s” is what customers say', (key, strength) => {
    const loud = { ...SIZE, responsesPerUnitWeek: 200 };
    const { week, units } = study(key).planned[0]!;
    const gain = (of: readonly number[]) => easeOf(of, since(addDays(week, 28)), loud) - easeOf(of, before(week), loud);
    const truth = truthOf(network, SIZE, studies).studies.find((one) => one.key === key)!.effect.ease.points;
    expect(Math.abs(gain(units) - gain(study(key).comparison) - strength * truth)).toBeLessThan(0.35);
  });

  it('sets a trap: the lowest rise though nothing was done to them', () => {
    const { planned } = study('lowest');
    const { week, units } = planned[0]!;
    expect(study('lowest').effect).toEqual({ ease: 0, driver: 0 });
    expect(easeOf(units, since(week)) - easeOf(units, before(week))).toBeGreaterThan(1.5);
  });

  it('is told with codes, points and the correlation that misleads', () => {
    const truth = truthOf(network, SIZE, studies);
    expect(truth.studies.map(({ effect }) => effect.driver.points > 0)).toEqual([true, true, false, false]);
    expect(truth.studies[2]!.effect).toEqual({ ease: { logOdds: 0, points: 0 }, driver: { logOdds: 0, points: 0 } });
    expect(truth.confounding.correlation).toBeGreaterThan(0.6);
    expect(truth.campaignWeeks.map(({ week }) => week)).toEqual(['2026-02-09', '2027-02-08']);
  });

  it('is nothing where there are too few weeks or branches to see it', () => {
    expect(planTruth(network, { ...SIZE, weeks: 20 })).toEqual([]);
    const small = planNetwork({ layout: layoutOf(9), seed: 1, until: SIZE.until, founded: foundedOn(SIZE.until) });
    expect(planTruth(small, SIZE)).toEqual([]);
    expect(weeksOf(SIZE)).toHaveLength(80);
  });
});
