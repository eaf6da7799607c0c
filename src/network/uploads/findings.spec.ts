import { describe, expect, it } from '@jest/globals';
import { allOf, readReportPage } from './findings.js';

const counts = { new: 120, moved: 3, changed: 0, rejected: 1, snapshot: { ends: 51, of: 900, first: [] } };

describe('the rows of an import that are shown', () => {
  it('are counted by kind, and all together', () => {
    expect(allOf(counts, 'new')).toBe(120);
    expect(allOf(counts, 'ended')).toBe(51);
    expect(allOf({ ...counts, snapshot: null }, 'ended')).toBe(0);
    expect(allOf(counts, null)).toBe(175);
  });

  it.each<[string, Record<string, unknown>, string | null, number]>([
    ['all of them at first', {}, null, 1],
    ['a page of a kind', { kind: 'new', page: '3' }, 'new', 3],
    ['the last page when there are no more', { kind: 'new', page: '900' }, 'new', 3],
    ['the one page of a kind of which there is none', { kind: 'changed', page: '2' }, 'changed', 1],
    ['all, when asked for what is no kind', { kind: 'unchanged', page: '-1' }, null, 1],
    ['all, when asked for two kinds', { kind: ['new', 'moved'], page: ['1', '2'] }, null, 1],
  ])('are %s', (_, query, kind, at) => {
    expect(readReportPage(query, counts)).toEqual({ kind, at, each: 50 });
  });
});
