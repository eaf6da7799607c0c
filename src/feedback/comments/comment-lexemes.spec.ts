import { describe, expect, it } from '@jest/globals';
import { inWeeks, narrowed, stretches, themeMark } from './comment-lexemes.js';

const ALL = { themeMarks: null, felt: null, ease: null };

it.each([
  [ALL, `('queue')`],
  [{ ...ALL, themeMarks: ['theme:ab', 'theme:cd'] }, `('queue') & ('theme:ab' | 'theme:cd')`],
  [{ ...ALL, themeMarks: [] }, `('queue') & ('none:')`],
  [{ ...ALL, felt: 'irritated' as const }, `('queue') & ('felt:-2')`],
  [{ ...ALL, ease: 'good' as const }, `('queue') & ('ease:4' | 'ease:5')`],
  [{ ...ALL, felt: 'irritated' as const, ease: 'poor' as const }, `('queue') & ('both:-2/1' | 'both:-2/2')`],
])('%j makes %s', (by, query) => expect(narrowed(`'queue'`, by)).toBe(query));

it('asks nothing when every comment will do', () => {
  expect(narrowed(null, ALL)).toBe(null);
  expect(inWeeks(narrowed(null, { ...ALL, ease: 'middling' }) ?? '', 'weeks4:7')).toBe(`('ease:3') & 'weeks4:7'`);
});

it('marks a comment by the rules that find it, whatever the theme is called', () => {
  expect(themeMark({ en: 'queue*', cy: 'ciw' })).toMatch(/^theme:[0-9a-f]{16}$/);
  expect(themeMark({ en: 'queue*', cy: 'ciw' })).not.toBe(themeMark({ en: 'queue*', cy: 'ciwiau' }));
});

describe('weeks', () => {
  it('are gone through from the newest on, more and more at once', () =>
    expect(stretches('1970-08-10', '1970-01-05')).toEqual([
      'week:1970-08-10',
      'week:1970-08-03',
      'week:1970-07-27',
      'week:1970-07-20',
      ...['weeks4:6', 'weeks4:5', 'weeks4:4', 'weeks16:0'],
    ]));

  it.each(['2026-11-16', '2026-11-23', '2027-03-01', '2027-06-14'])(
    'are few looks for five years before %s',
    (newest) => expect(stretches(newest, '2022-01-03').length).toBeLessThan(35),
  );

  it('are none when the first lies after the last', () => expect(stretches('2026-01-05', '2026-01-12')).toEqual([]));
});
