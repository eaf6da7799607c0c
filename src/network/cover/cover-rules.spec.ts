import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../platform/dates.js';
import {
  checkChange,
  checkEnd,
  checkHolder,
  checkLasting,
  checkStart,
  latestEnd,
  LONGEST_DAYS,
} from './cover-rules.js';
import { type CoverFacts, coverState, isOpen, lastDayOf } from './cover-state.js';
import type { ManagedPost } from './managed-post.js';
import { sayDays, sayMaker } from './say-cover.js';

const TODAY = '2026-11-20';
const facts = (change: Partial<CoverFacts> = {}): CoverFacts => ({
  startsOn: '2026-12-07',
  lastOn: '2026-12-18',
  endedOn: null,
  holderUntil: null,
  ...change,
});

describe('the days of cover', () => {
  it.each(['', 'soon', '2026-02-30', '2026-11-19', '2027-11-21'])('cannot begin on “%s”', (day) =>
    expect(() => checkStart(day, TODAY)).toThrow(),
  );
  it.each([TODAY, '2027-11-20'])('begin on %s', (day) => expect(checkStart(day, TODAY)).toBe(day));

  it.each(['', '2026-11-19', '2027-02-18'])('cannot end on “%s”', (day) =>
    expect(() => checkEnd(day, TODAY)).toThrow(),
  );
  it('end on the first day, or ninety days on with both', () => {
    expect(checkEnd(TODAY, TODAY)).toBe(TODAY);
    expect(checkEnd(addDays(TODAY, LONGEST_DAYS - 1), TODAY)).toBe(latestEnd(TODAY));
  });
  it('have no end for areas and regions alone', () => {
    for (const role of ['areaManager', 'regionalManager'] as const) expect(checkLasting(role)).toBeNull();
    for (const role of ['postmaster', 'departmentManager'] as const)
      expect(() => checkLasting(role)).toThrow('Only areas and regions have deputies');
  });
  it('lie within the manager’s own', () => {
    const post = { personName: 'Dawn', until: '2026-12-10' } as ManagedPost;
    expect(() => checkHolder(post, facts())).toThrow('until 10 December 2026 only');
    expect(() => checkHolder(post, facts({ startsOn: '2026-12-11' }))).toThrow();
    expect(() => checkHolder(post, facts({ lastOn: null }))).not.toThrow();
  });
  it('are never given longer than ninety days in all, and never into the past', () => {
    expect(checkChange(facts(), '2026-12-31', TODAY)).toBe('2026-12-31');
    expect(() => checkChange(facts(), '2027-03-07', TODAY)).toThrow('up to 90 days');
    expect(() => checkChange(facts(), '2026-12-10', '2026-12-15')).toThrow('end it now');
  });
});

describe('what state a cover is in', () => {
  it.each<[string, Partial<CoverFacts>, string, string]>([
    ['before', {}, '2026-12-06', 'coming'],
    ['on the first day', {}, '2026-12-07', 'running'],
    ['on the last day', {}, '2026-12-18', 'running'],
    ['after it', {}, '2026-12-19', 'over'],
    ['ended early, the same day', { endedOn: '2026-12-10' }, '2026-12-10', 'over'],
    ['ended before it began', { endedOn: '2026-12-01' }, '2026-12-01', 'off'],
    ['a deputy', { lastOn: null }, '2030-01-01', 'running'],
    ['the manager left', { lastOn: null, holderUntil: '2026-12-09' }, '2026-12-10', 'over'],
  ])('%s', (_, change, today, state) => expect(coverState(facts(change), today)).toBe(state));

  const day = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2026-11-01', n));
  it('nothing of it outlives its dates', () => {
    fc.assert(
      fc.property(
        day,
        fc.option(day),
        fc.option(day),
        fc.option(day),
        day,
        (startsOn, lastOn, endedOn, holderUntil, today) => {
          const cover = { startsOn, lastOn, endedOn, holderUntil };
          const over = [lastOn, endedOn && addDays(endedOn, -1), holderUntil].some(
            (end) => end !== null && end < today,
          );
          if (over) expect(isOpen(cover, today)).toBe(false);
          if (coverState(cover, today) === 'running') expect(startsOn <= today && !over).toBe(true);
          const last = lastDayOf(cover);
          expect(last === null).toBe(lastOn === null && endedOn === null && holderUntil === null);
        },
      ),
    );
  });
});

describe('in words', () => {
  it('who did it', () => {
    expect(sayMaker('Priya Nair', 'Dawn Mercer')).toBe('Priya Nair, covering for Dawn Mercer');
    expect(sayMaker('Priya Nair', null)).toBe('Priya Nair');
  });
  it('when', () => {
    expect(sayDays(facts())).toBe('Monday 7 to Friday 18 December 2026');
    expect(sayDays(facts({ lastOn: null }))).toBe('From 7 December 2026, until further notice');
    expect(sayDays(facts({ endedOn: '2026-12-01' }))).toBe('Called off');
  });
});
