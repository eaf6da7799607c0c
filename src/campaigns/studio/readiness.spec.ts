import { describe, expect, it } from '@jest/globals';
import { changeDay, emptyDay, removeDay } from './days.js';
import type { DraftCampaign } from './draft.js';
import { loveWeek } from './love-week.js';
import { type ReadinessFacts, readinessOf } from './readiness.js';

const template = loveWeek(2028, 'love-2028');
const ready: DraftCampaign = { ...template, days: template.days.map((day) => ({ ...day, course: 'hello' })) };
const facts = (change: Partial<ReadinessFacts> = {}): ReadinessFacts => ({
  draft: ready,
  today: '2028-01-10',
  live: null,
  slugTaken: false,
  courses: new Set(['hello']),
  usedBefore: new Map(),
  places: { regions: new Set(['R1']), areas: new Set(['A1']) },
  others: [],
  ...change,
});
const blocks = (change: Partial<ReadinessFacts>) => readinessOf(facts(change)).blocks.map(({ sentence }) => sentence);
const draft = (change: Partial<DraftCampaign>) => ({ draft: { ...ready, ...change } });

describe('what blocks publishing', () => {
  it('is nothing once everything is there', () => {
    expect(readinessOf(facts())).toEqual({ blocks: [], warnings: [] });
  });

  it.each<[string, Partial<ReadinessFacts>, string]>([
    ['no name', draft({ title: '' }), 'The week has no name.'],
    ['no story', draft({ story: '' }), 'The week has no story'],
    ['no days', draft({ days: [] }), 'The week has no days.'],
    ['a taken address', { slugTaken: true }, 'Another week has the address “love-2028”.'],
    ['ends before it starts', draft({ endsOn: '2028-02-13' }), 'The week ends before it starts.'],
    ['too long', draft({ endsOn: '2028-02-28' }), 'The week lasts longer than a fortnight.'],
    ['over already', { today: '2028-02-20' }, 'The week would be over already.'],
    ['an unknown area', draft({ audience: { regions: ['R1'], areas: ['A9'], kinds: [] } }), 'has the code A9.'],
    [
      'a day without a course',
      { draft: changeDay(ready, 'day-3', { course: '' }) },
      'Wednesday 16 February has no course.',
    ],
    ['a day without a driver', { draft: changeDay(ready, 'day-3', { driver: null }) }, 'has no driver.'],
    ['a course that is not published', { courses: new Set<string>() }, '“hello”, is not published.'],
    [
      'two days on one date',
      { draft: changeDay(ready, 'day-2', { heldOn: '2028-02-14' }) },
      'Two days are held on Monday 14 February.',
    ],
    [
      'a date outside the week',
      { draft: changeDay(ready, 'day-6', { heldOn: '2028-02-20' }) },
      'Sunday 20 February lies outside the week.',
    ],
    [
      'words that are missing',
      draft({ days: [{ ...emptyDay('day-1', '2028-02-14'), driver: 'friendly', course: 'hello' }] }),
      'still needs: a title, one line about it, a challenge, a pledge prompt and a conversation starter.',
    ],
  ])('%s', (_, change, sentence) => {
    expect(blocks(change).join('\n')).toContain(sentence);
  });

  it('leads to the day that it is about', () => {
    const { blocks: found } = readinessOf(facts({ draft: changeDay(ready, 'day-3', { course: '' }) }));
    expect(found).toEqual([expect.objectContaining({ day: 'day-3' })]);
  });
});

describe('what an author should know', () => {
  const other = { title: 'Kind week', startsOn: '2028-02-19', endsOn: '2028-02-25', audience: null };
  const warnings = (change: Partial<ReadinessFacts>) =>
    readinessOf(facts(change)).warnings.map(({ sentence }) => sentence);

  it.each<[string, Partial<ReadinessFacts>, number]>([
    ['a week in the same days', { others: [other] }, 1],
    ['a week after it', { others: [{ ...other, startsOn: '2028-02-20' }] }, 0],
    [
      'a week for others',
      {
        others: [{ ...other, audience: { regions: [], areas: ['A2'], kinds: [] } }],
        draft: { ...ready, audience: { regions: [], areas: ['A1'], kinds: [] } },
      },
      0,
    ],
    ['courses that an earlier week used', { usedBefore: new Map([['hello', 'A proper hello']]) }, 6],
  ])('%s: %#', (_, change, count) => {
    expect(warnings(change)).toHaveLength(count);
    expect(blocks(change)).toEqual([]);
  });
});

describe('a published week that has not begun', () => {
  it('is not moved to where it would be over', () => {
    const late = { draft: ready, today: '2028-02-25', live: { content: loveWeek(2029, 'love'), pledgedOn: [] } };
    expect(blocks(late).join()).toContain('The week would be over already.');
  });
});

describe('once the week has begun', () => {
  const begun = (after: DraftCampaign, pledgedOn: string[] = []) =>
    blocks({ draft: after, today: '2028-02-14', live: { content: ready, pledgedOn } });

  it('lets words change', () => {
    expect(begun(changeDay({ ...ready, title: 'Other' }, 'day-1', { title: 'Other', huddle: 'Other' }))).toEqual([]);
  });

  it.each<[string, DraftCampaign]>([
    ['a date', changeDay(ready, 'day-6', { heldOn: '2028-02-18' })],
    ['a driver', changeDay(ready, 'day-1', { driver: 'knowledge' })],
    ['a day', removeDay(ready, 'day-1')],
    ['the audience', { ...ready, audience: { regions: ['R1'], areas: [], kinds: [] } }],
    ['the address', { ...ready, slug: 'other' }],
  ])('keeps %s', (_, after) => {
    expect(begun(after).join()).toContain('The week has begun.');
  });

  it('names the day on which people have pledged', () => {
    expect(begun(removeDay(ready, 'day-1'), ['2028-02-14'])[0]).toBe(
      'People have pledged on Monday 14 February, so that day stays.',
    );
  });

  it('does not mind the order in which the audience was written', () => {
    const audience = { regions: [], areas: ['A1'], kinds: [] };
    const live = { content: { ...ready, audience: { kinds: [], areas: ['A1'], regions: [] } }, pledgedOn: [] };
    expect(blocks({ draft: { ...ready, audience }, today: '2028-02-15', live })).toEqual([]);
  });
});
