import { describe, expect, it } from '@jest/globals';
import { RuleBroken } from '../../platform/errors.js';
import { type Asked, draftOf, type StudyChoices } from './study-draft.js';

const CHOICES: StudyChoices = {
  courses: [
    { id: 1, slug: 'put-it-right', title: 'Put it right' },
    { id: 2, slug: 'queues', title: 'Queues' },
  ],
  campaigns: [{ id: 7, slug: 'week-2027', title: 'Week 2027', courseIds: [11, 12] }],
  regions: [
    { id: 1, code: 'R1', name: 'North' },
    { id: 2, code: 'R2', name: 'South' },
  ],
};

const ASKED: Asked = {
  ...{ title: '', courses: ['put-it-right'], campaign: '', metric: 'ease', kinds: ['branch'], regions: [] },
  ...{ from: '', to: '', threshold: '80', weighting: 'answers', clusterLevel: 'unit' },
};

// A Wednesday.
const FIRST = '2026-09-09';
const TODAY = '2027-02-10';

const draft = (more: Partial<Asked> = {}, firstOn: string | null = FIRST) =>
  draftOf({ ...ASKED, ...more }, CHOICES, firstOn, TODAY);

describe('a question becomes a study', () => {
  it('of the weeks from a year before the first completion to half a year after it, when none are given', () => {
    expect(draft()).toEqual({
      ...{ title: 'Did ‘Put it right’ make a difference?', courseIds: [1], campaignId: null, metric: 'ease' },
      ...{ kinds: ['branch'], regionIds: null, weeks: { from: '2025-09-08', to: '2027-03-08' } },
      ...{ threshold: 0.8, weighting: 'answers', clusterLevel: 'unit', wavePlanId: null },
    });
  });

  it('around today where nobody has finished yet', () => {
    expect(draft({}, null).weeks).toEqual({ from: '2026-02-09', to: '2027-08-09' });
  });

  it('of the weeks in which the given days lie', () => {
    expect(draft({ from: '2026-01-04', to: '2026-06-03' }).weeks).toEqual({ from: '2025-12-29', to: '2026-06-01' });
  });

  it('of all courses of a themed week', () => {
    const { courseIds, campaignId, title } = draft({ courses: [], campaign: 'week-2027' });
    expect({ courseIds, campaignId, title }).toEqual({
      courseIds: [11, 12],
      campaignId: 7,
      title: 'Did ‘Week 2027’ make a difference?',
    });
  });

  it('of some regions, and of all of them when each is named', () => {
    expect(draft({ regions: ['R2'] }).regionIds).toEqual([2]);
    expect(draft({ regions: ['R2', 'R1'] }).regionIds).toBeNull();
  });

  it('under its own title when it has one', () => {
    expect(draft({ title: 'Did it help?' }).title).toBe('Did it help?');
    expect(draft({ courses: ['queues', 'put-it-right'] }).title).toBe('Did these 2 courses make a difference?');
  });
});

it.each<[string, Partial<Asked>, string, string]>([
  ['no course at all', { courses: [] }, 'courses', 'Choose at least one course, or a themed week.'],
  ['both', { campaign: 'week-2027' }, 'courses', 'Choose courses or a themed week, not both.'],
  ['an unknown course', { courses: ['queues', 'x'] }, 'courses', 'Choose from the list.'],
  ['an unknown week', { courses: [], campaign: 'x' }, 'campaign', 'Choose one of these.'],
  ['an unknown region', { regions: ['R9'] }, 'regions', 'Choose from the list.'],
  ['a day that is none', { from: '2026-02-31' }, 'from', 'There’s no such day.'],
  [
    'weeks that run backwards',
    { from: '2026-06-01', to: '2026-06-05' },
    'to',
    'The last week has to come after the first.',
  ],
  ['too many weeks', { from: '2020-01-06', to: '2026-01-05' }, 'to', 'A study covers at most 260 weeks.'],
])('refuses %s, at its field', (_, more, field, sentence) => {
  try {
    draft(more);
  } catch (error) {
    expect(error).toBeInstanceOf(RuleBroken);
    expect(error).toMatchObject({ field, sentence });
    return;
  }
  throw new Error('It was taken.');
});
