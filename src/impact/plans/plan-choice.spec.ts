import { describe, expect, it } from '@jest/globals';
import type { CourseCard } from '../../courses/course-version.js';
import { RuleBroken } from '../../platform/errors.js';
import { type PlanChoices, planChoiceOf, usualFirstMonday } from './plan-choice.js';
import { PlanChoiceForm } from './plan.forms.js';

const COURSE: CourseCard = {
  ...{ courseId: 7, versionId: 8, slug: 'queues', kind: 'course', title: 'Queues', summary: '', minutes: 12 },
  ...{ driver: 'efficiency', language: 'en' },
};
const CHOICES: PlanChoices = {
  courses: [COURSE],
  regions: [
    { id: 1, code: 'R1', name: 'North' },
    { id: 2, code: 'R2', name: 'South' },
  ],
};
// A Wednesday.
const TODAY = '2027-02-10';

const choose = (changed: Partial<PlanChoiceForm> = {}, choices = CHOICES) =>
  planChoiceOf(
    Object.assign(new PlanChoiceForm(), {
      ...{ course: 'queues', kinds: ['branch', 'branch'], firstMonday: '2027-02-15', comparison: 'yes' },
      ...changed,
    }),
    choices,
    TODAY,
  );

function fieldOf(changed: Partial<PlanChoiceForm>): string | null {
  try {
    choose(changed);
  } catch (error) {
    if (error instanceof RuleBroken) return error.field;
    throw error;
  }
  return null;
}

describe('what is planned', () => {
  it('has a title and a reason where none was written', () =>
    expect(choose()).toEqual({
      ...{ courseId: 7, metric: 'ease', kinds: ['branch'], regionIds: null, waves: 2, comparison: true },
      ...{ title: 'Queues, in two waves', firstMonday: '2027-02-15', weeksBetween: 4, daysGiven: 28 },
      reason: 'So that customers know what happens next and never wait without a word.',
    }));

  it('keeps what was written', () =>
    expect(choose({ title: 'Queues in spring', reason: 'Because.' })).toMatchObject({
      ...{ title: 'Queues in spring', reason: 'Because.' },
    }));

  it('has a title that fits, whatever the course is called', () => {
    const courses = [{ ...COURSE, title: 'Q'.repeat(200) }];
    expect(choose({ waves: '6' }, { ...CHOICES, courses }).title.length).toBeLessThanOrEqual(120);
  });

  it.each([
    [[], null],
    [['R2'], [2]],
    [['R1', 'R2'], null],
  ])('is in regions %j: %j', (regions, ids) => expect(choose({ regions }).regionIds).toEqual(ids));

  it.each<[string, Partial<PlanChoiceForm>, string | null]>([
    ['as it stands', {}, null],
    ['a course that is not there', { course: 'nothing' }, 'course'],
    ['a region that is not there', { regions: ['R1', 'R9'] }, 'regions'],
    ['one wave alone', { waves: '1', comparison: '' }, 'comparison'],
    ['one wave beside a comparison', { waves: '1' }, null],
    ['two waves alone', { comparison: '' }, null],
    ['no day', { firstMonday: '' }, 'firstMonday'],
    ['a day that is not there', { firstMonday: '2027-02-30' }, 'firstMonday'],
    ['a Tuesday', { firstMonday: '2027-02-16' }, 'firstMonday'],
    ['the Monday of this week', { firstMonday: '2027-02-08' }, 'firstMonday'],
    ['the last Monday within a year', { firstMonday: '2028-02-07' }, null],
    ['the one after', { firstMonday: '2028-02-14' }, 'firstMonday'],
  ])('with %s: %j names %j', (_, changed, field) => expect(fieldOf(changed)).toBe(field));

  it.each([
    ['2027-02-08', '2027-02-22'],
    ['2027-02-10', '2027-02-22'],
    ['2027-02-14', '2027-02-22'],
    ['2027-02-15', '2027-03-01'],
  ])('begins, seen from %s, on %s unless said', (today, monday) => expect(usualFirstMonday(today)).toBe(monday));
});
