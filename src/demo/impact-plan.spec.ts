import { describe, expect, it } from '@jest/globals';
import { type MadeUnit, madePanel } from '../../test/support/study-panel.js';
import { holds } from '../generate/days.js';
import type { PlannedCompletion } from '../generate/learning/completions.js';
import { areaOn, homeAreaOf } from '../generate/network/network-plan.js';
import type { StudyPanel } from '../impact/panel/study-panel.js';
import { beforeAndAfter } from '../impact/studies/before-and-after.js';
import { addDays, type IsoDate } from '../platform/dates.js';
import { COMPARISON } from '../statistics/random-waves.js';
import { imputation } from '../statistics/panel/imputation.js';
import { planAsks } from './assignment-plan.js';
import { planDemoWeeks } from './demo-feedback.js';
import { planDemoCompletions } from './demo-learning.js';
import { planDemoNetwork, planDemoPeople } from './demo-organisation.js';
import { impactAssignments, withImpactCompletions } from './impact-learning.js';
import { planImpact } from './impact-plan.js';
import { BY_LOT, LEFT_ALONE, LOWEST, RECENT } from './impact-stories.js';
import { usualShares, withWaves } from './waves-at-work.js';

const network = planDemoNetwork();
const weeks = planDemoWeeks(network);
const plan = planImpact(network, weeks);
const { people } = planDemoPeople(network);

/** What a reader on the demo's Wednesday has. */
const LAST_CLOSED: IsoDate = '2027-02-01';
const closed = weeks.filter(({ week }) => week <= LAST_CLOSED);

/** Branches by code as a study would read them, trained from their Mondays on. */
function panelOf(codes: ReadonlySet<string>, starts: ReadonlyMap<string, IsoDate>): StudyPanel {
  const units = network.units.flatMap((unit, index): MadeUnit[] => {
    if (!codes.has(unit.code)) return [];
    const monday = starts.get(unit.code);
    return [
      {
        weeks: closed.flatMap(({ responses, easeTop }, at): MadeUnit['weeks'] =>
          responses[index]! > 0 ? [[at, responses[index]!, easeTop[index]!]] : [],
        ),
        start: monday === undefined ? null : closed.findIndex(({ week }) => week === monday),
        area: network.areas.findIndex(({ code }) => code === homeAreaOf(unit)),
      },
    ];
  });
  return madePanel(units, closed.length);
}

const branchesOf = (region: string) => {
  const areas = new Set(network.areas.filter((area) => area.regions.at(-1)!.regionCode === region).map((a) => a.code));
  return new Set(
    network.units.filter((unit) => unit.kind === 'branch' && areas.has(homeAreaOf(unit))).map(({ code }) => code),
  );
};

describe('the training in random waves', () => {
  it('deals every area of two regions that has branches, evenly in each', () => {
    expect(plan.dealt).toHaveLength(22);
    const sizes = [0, 1].map((stratum) =>
      [0, 1, 2, COMPARISON].map(
        (wave) => plan.dealt.filter((area) => area.stratum === stratum && area.wave === wave).length,
      ),
    );
    expect(sizes.flat().every((n) => n === 2 || n === 3)).toBe(true);
    const asked = plan.waves.flatMap(({ unitCodes }) => unitCodes);
    expect(new Set(asked).size).toBe(asked.length);
    const open = (day: IsoDate) => network.units.filter((unit) => areaOn(unit, day) !== null).map(({ code }) => code);
    for (const { unitCodes, askedOn } of plan.waves) expect(open(askedOn)).toEqual(expect.arrayContaining(unitCodes));
  });

  it('lets the last wave be seen for 26 weeks, and enough weeks before the first', () => {
    expect(BY_LOT.begins.map((begin) => new Date(begin).getUTCDay())).toEqual([1, 1, 1]);
    expect(addDays(BY_LOT.begins.at(-1)!, 26 * 7)).toBe(LAST_CLOSED);
    expect(closed.filter(({ week }) => week < BY_LOT.begins[0]!).length).toBeGreaterThan(26);
  });

  it('is found again: two points, within the error of the estimate, which excludes none', () => {
    const starts = new Map(plan.waves.flatMap(({ askedOn, unitCodes }) => unitCodes.map((code) => [code, askedOn])));
    const { panel, y, start, area } = panelOf(new Set(plan.dealt.flatMap(({ unitCodes }) => unitCodes)), starts);
    const { att } = imputation({ panel, y, start, clusters: area });
    expect(att!.se).toBeLessThan(0.8);
    expect(att!.low).toBeGreaterThan(0);
    expect(Math.abs(att!.estimate - BY_LOT.points)).toBeLessThan(2 * att!.se);
  });

  it('is worth two points beside the others of the two regions where there is no noise, and nothing beyond them', () => {
    const responses = network.units.map(({ traffic }) => (traffic > 0 ? 3000 : 0));
    const easeTop = usualShares(network).map((share, unit) => Math.round(share * responses[unit]!));
    const last = BY_LOT.begins.at(-1)!;
    const after = withWaves(network)({ week: last, responses, easeTop });
    const gain = (codes: readonly string[]) => {
      const units = network.units.flatMap(({ code }, unit) => (codes.includes(code) ? [unit] : []));
      const points = units.map((unit) => (100 * (after.easeTop[unit]! - easeTop[unit]!)) / responses[unit]!);
      return points.reduce((sum, one) => sum + one, 0) / points.length;
    };
    const comparison = plan.dealt.filter(({ wave }) => wave === COMPARISON).flatMap(({ unitCodes }) => unitCodes);
    for (const { unitCodes } of plan.waves) expect(Math.abs(gain(unitCodes) - gain(comparison) - 2)).toBeLessThan(0.15);
    expect(gain([...branchesOf('R1')])).toBe(0);
    expect(sum(after.easeTop)).toBe(sum(easeTop));
  });
});

describe('the thirty lowest', () => {
  const starts = new Map(plan.lowest.unitCodes.map((code) => [code, plan.lowest.askedOn]));
  const found = beforeAndAfter(panelOf(branchesOf('R1'), starts))!;

  it('are thirty branches of Marcus’s region, Ashbridge not among them', () => {
    expect(plan.lowest.unitCodes).toHaveLength(LOWEST.branches);
    expect(plan.lowest.unitCodes.every((code) => branchesOf('R1').has(code))).toBe(true);
    expect(plan.lowest.unitCodes).not.toContain(LEFT_ALONE);
  });

  it('rise by clearly more than nothing, and by about what is to be expected of them with no training at all', () => {
    expect(found).toMatchObject({ units: 30, chosenLow: true });
    expect(found.low).toBeGreaterThan(0);
    expect(Math.abs(found.change - found.expected)).toBeLessThan(1);
    expect(found.expectedLow).toBeGreaterThan(0);
  });
});

describe('the training that is too young', () => {
  it('has fewer than thirty answers a unit since, on either side, and enough once two weeks more are closed', () => {
    const rest = [...branchesOf('R1')].filter((code) => !plan.recent.unitCodes.includes(code));
    const since = (codes: readonly string[], last: IsoDate) => {
      const units = network.units.flatMap(({ code }, unit) => (codes.includes(code) ? [unit] : []));
      const counted = weeks.filter(({ week }) => week >= RECENT.askedOn && week <= last);
      return counted.reduce((all, week) => all + sum(units.map((unit) => week.responses[unit]!)), 0) / units.length;
    };
    for (const codes of [plan.recent.unitCodes, rest]) {
      expect(since(codes, LAST_CLOSED)).toBeLessThan(28);
      expect(since(codes, '2027-02-15')).toBeGreaterThan(30);
    }
  });
});

describe('the three together', () => {
  const courses = [BY_LOT, LOWEST, RECENT].map(({ slug }) => slug);
  const asks = planAsks(network, people);
  const days = courses.map((slug, at) => ({ slug, heldOn: addDays('2026-02-09', at) }));
  const others = planDemoCompletions(network, people, { days, courses }, asks);
  const completions = withImpactCompletions(plan, people, others);
  const inTime = new Map(completions.map((one) => [`${one.reference}/${one.slug}`, one]));

  const shareOn = (unitCode: string, slug: string, day: IsoDate) => {
    const inPost = people.filter(
      ({ postings, leave }) =>
        postings.some((one) => one.main && one.place.code === unitCode && holds(one, day)) &&
        !(leave !== null && holds(leave, day)),
    );
    const done = inPost.filter(({ reference }) => {
      const completion = inTime.get(`${reference}/${slug}`);
      return completion !== undefined && completion.completedAt.toISOString().slice(0, 10) <= day;
    });
    return done.length / inPost.length;
  };

  it('share no branch, and are asked for by whoever may', () => {
    const asked = impactAssignments(plan).flatMap(({ unitCodes }) => unitCodes);
    expect(new Set(asked).size).toBe(asked.length);
    expect(impactAssignments(plan).map(({ madeBy, dueOn }) => [madeBy, dueOn])).toEqual([
      ['300001', '2026-06-08'],
      ['300001', '2026-07-20'],
      ['300001', '2026-08-31'],
      ['250001', '2026-10-05'],
      ['250001', '2027-02-15'],
    ]);
  });

  it('are finished by nine in ten of each wave, most in the first weeks', () => {
    const wave = plan.waves[0]!;
    const share = (weeksOn: number) => {
      const shares = wave.unitCodes.map((code) => shareOn(code, BY_LOT.slug, addDays(wave.askedOn, 7 * weeksOn - 1)));
      return sum(shares) / shares.length;
    };
    expect(share(2)).toBeGreaterThan(0.55);
    expect(share(4)).toBeGreaterThan(0.8);
  });

  it('are finished within the week in each of the lowest, and in enough of the youngest', () => {
    const full = ({ unitCodes, askedOn }: typeof plan.lowest, slug: string) =>
      unitCodes.filter((code) => shareOn(code, slug, addDays(askedOn, 6)) >= 0.8);
    expect(full(plan.lowest, LOWEST.slug)).toHaveLength(30);
    const recent = full(plan.recent, RECENT.slug).length;
    expect(recent).toBeGreaterThanOrEqual(20);
    expect(recent).toBeLessThan(RECENT.branches);
  });

  it('are taken by next to nobody else where they are told', () => {
    const strays = (slug: string, regions: readonly string[], asked: readonly string[]) => {
      const codes = [...regions.flatMap((region) => [...branchesOf(region)])].filter(
        (code) => !asked.includes(code) && code !== LEFT_ALONE,
      );
      return codes.filter((code) => shareOn(code, slug, '2027-01-31') >= 0.8);
    };
    const inWaves = plan.waves.flatMap(({ unitCodes }) => unitCodes);
    expect(strays(BY_LOT.slug, BY_LOT.regions, inWaves)).toEqual([]);
    expect(strays(LOWEST.slug, LOWEST.regions, plan.lowest.unitCodes)).toEqual([]);
    expect(strays(RECENT.slug, RECENT.regions, plan.recent.unitCodes)).toEqual([]);
  });

  it('leave what others learned as it was', () => {
    const ofOthers = (all: readonly PlannedCompletion[]) => all.filter(({ slug }) => !courses.includes(slug)).length;
    expect(ofOthers(completions)).toBe(ofOthers(others));
    expect(new Set(completions.map((one) => `${one.reference}/${one.slug}`)).size).toBe(completions.length);
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
