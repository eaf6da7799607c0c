import { describe, expect, it } from '@jest/globals';
import { Chance } from '../chance.js';
import { layoutOf } from '../network/layout.js';
import { planNetwork } from '../network/network-plan.js';
import { networkOf } from '../organisation.service.js';
import { foundedOn, FULL_SIZE } from '../size.js';
import { NO_EFFECTS } from '../truth/effects.js';
import { type Answer, answersOf } from './answers.js';
import { planFeedback } from './feedback-plan.js';
import { busyness, isCampaignWeek } from './seasons.js';
import { isOpenFrom } from './week-counts.js';

const SIZE = { ...FULL_SIZE, units: 900, weeks: 10 };
const { units } = planNetwork({ layout: layoutOf(SIZE.units), ...SIZE, founded: foundedOn(SIZE.until) });
const plan = planFeedback(units, SIZE, NO_EFFECTS);

function answersIn(week: string, of: (index: number) => boolean = () => true): Answer[] {
  const said = plan.week(week);
  const chance = Chance.of(1, 'spec');
  return units.flatMap((_, index) => (of(index) ? [...answersOf(chance, said(index), plan.skipsEase)] : []));
}

const share = (answers: readonly Answer[], test: (answer: Answer) => boolean) =>
  answers.filter(test).length / answers.length;

describe('planned answers', () => {
  const week = '2027-01-18';
  const answers = answersIn(week);

  it('come about as often as asked for, and never from a unit that is closed or has no customers', () => {
    const open = units.filter((unit) => unit.traffic > 0 && isOpenFrom(unit, week, '2027-01-24'));
    expect(answers.length / open.length).toBeCloseTo(7, -1);
    const said = plan.week(week);
    units.forEach((unit, index) => {
      if (!open.includes(unit)) expect(said(index).responses).toBe(0);
    });
  });

  it('come from branches alone when only their customers are asked, as often as asked for', () => {
    const { units: asked } = networkOf({ ...SIZE, surveyed: 'branches' });
    expect(asked.map(({ code }) => code)).toEqual(units.map(({ code }) => code));
    const said = planFeedback(asked, SIZE, NO_EFFECTS).week(week);
    const of = (branch: boolean) =>
      asked.flatMap((unit, index) => ((unit.kind === 'branch') === branch ? [said(index).responses] : []));
    expect(of(false).every((n) => n === 0)).toBe(true);
    const each = of(true).reduce((sum, n) => sum + n) / of(true).length;
    expect(each).toBeGreaterThan(6);
    expect(each).toBeLessThan(8);
  });

  it('leave questions out, and say something in words now and then', () => {
    expect(share(answers, ({ ease }) => ease === null)).toBeCloseTo(0.02, 2);
    expect(share(answers, ({ emotion }) => emotion === null)).toBeCloseTo(0.03, 2);
    expect(share(answers, ({ drivers }) => drivers[3] === null)).toBeCloseTo(0.22, 1);
    expect(share(answers, ({ comment }) => comment !== null)).toBeCloseTo(0.13, 1);
  });

  it('go together: who found it easy is happier and rates the drivers higher', () => {
    const [easy, hard] = [
      answers.filter(({ ease }) => ease !== null && ease >= 4),
      answers.filter(({ ease }) => ease !== null && ease < 4),
    ];
    expect(share(easy, ({ emotion }) => emotion !== null && emotion > 0)).toBeGreaterThan(0.7);
    expect(share(hard, ({ emotion }) => emotion !== null && emotion > 0)).toBeLessThan(0.35);
    expect(
      share(easy, ({ drivers }) => (drivers[0] ?? 0) >= 4) - share(hard, ({ drivers }) => (drivers[0] ?? 0) >= 4),
    ).toBeGreaterThan(0.2);
  });

  it('are better where the unit is, and start lower at payment points', () => {
    const easeOf = (of: (index: number) => boolean) => share(answersIn(week, of), ({ ease }) => (ease ?? 0) >= 4);
    expect(easeOf((index) => units[index]!.quality > 0.7)).toBeGreaterThan(
      easeOf((index) => units[index]!.quality < -0.7) + 0.05,
    );
    expect(easeOf((index) => units[index]!.kind === 'branch')).toBeGreaterThan(
      easeOf((index) => units[index]!.kind === 'paymentPoint') + 0.02,
    );
  });

  it('are the same whichever week is asked for first', () => {
    const [later, alone] = [
      planFeedback(units, SIZE, NO_EFFECTS),
      planFeedback(units, { ...SIZE, weeks: 3 }, NO_EFFECTS),
    ];
    later.week('2027-02-01');
    expect(later.week(week)(5)).toEqual(alone.week(week)(5));
  });
});

describe('seasons', () => {
  it.each([
    ['2026-02-09', true],
    ['2027-02-08', true],
    ['2027-02-15', false],
    ['2024-02-12', true],
  ])('the week of %s holds 14 February: %s', (week, holds) => expect(isCampaignWeek(week)).toBe(holds));

  it('are busy before Christmas and quiet in August', () => {
    expect(busyness('2026-12-07')).toBeGreaterThan(busyness('2026-10-05'));
    expect(busyness('2026-08-10')).toBeLessThan(busyness('2026-10-05'));
  });
});
