import { expect, it } from '@jest/globals';
import { inStretch, narrowed, themeMark } from './comment-lexemes.js';

const ALL = { themeMarks: null, felt: null, ease: null };

it.each([
  [ALL, `('queue')`],
  [{ ...ALL, themeMarks: ['theme:ab', 'theme:cd'] }, `('queue') & ('theme:ab' | 'theme:cd')`],
  [{ ...ALL, themeMarks: [] }, `('queue') & ('none:')`],
  [{ ...ALL, felt: 'irritated' as const }, `('queue') & ('felt:-2')`],
  [{ ...ALL, ease: 'good' as const }, `('queue') & ('ease:4' | 'ease:5')`],
  [{ ...ALL, felt: 'irritated' as const, ease: 'poor' as const }, `('queue') & ('both:-2/1' | 'both:-2/2')`],
])('%j makes %s', (by, query) => expect(narrowed(`'queue'`, by)).toBe(query));

it('asks nothing when every comment will do', () => expect(narrowed(null, ALL)).toBe(null));

it.each([
  [null, `('weeks4:7')`],
  [[12, 30], `('weeks4:7/12' | 'weeks4:7/30')`],
  [[], `('none:')`],
])('is asked of a stretch in %j', (areaIds, query) => expect(inStretch('weeks4:7', areaIds)).toBe(query));

it('marks a comment by the rules that find it, whatever the theme is called', () => {
  expect(themeMark({ en: 'queue*', cy: 'ciw' })).toMatch(/^theme:[0-9a-f]{16}$/);
  expect(themeMark({ en: 'queue*', cy: 'ciw' })).not.toBe(themeMark({ en: 'queue*', cy: 'ciwiau' }));
});
