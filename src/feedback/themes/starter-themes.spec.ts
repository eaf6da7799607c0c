import { describe, expect, it } from '@jest/globals';
import { DRIVERS } from '../../platform/drivers.js';
import { matcherOf } from './matcher.js';
import { readRules } from './rules.js';
import { StarterThemes } from './starter-themes.service.js';

const themes = new StarterThemes().all();
const match = matcherOf(themes.map(({ en, cy }, id) => ({ id, en, cy })));
const cases = (which: 'matches' | 'not') =>
  themes.flatMap((theme, id) => theme[which].map((text) => ({ id, text, key: theme.key })));

describe('the dictionaries that the product begins with', () => {
  it.each(DRIVERS)('have three to five themes about %s', (driver) => {
    const n = themes.filter((theme) => theme.driver === driver).length;
    expect(n).toBeGreaterThanOrEqual(3);
    expect(n).toBeLessThanOrEqual(5);
  });

  it('can be read line by line, in both languages, under names of their own', () => {
    const problems = themes.flatMap(({ en, cy }) => [...readRules(en, 'en').problems, ...readRules(cy, 'cy').problems]);
    expect(problems).toEqual([]);
    expect(new Set(themes.map(({ key }) => key)).size).toBe(themes.length);
    expect(new Set(themes.map(({ nameCy }) => nameCy)).size).toBe(themes.length);
  });

  it('find every sentence that they name', () => {
    const missed = cases('matches').filter(({ id, text }) => !match(text).some((found) => found.id === id));
    expect(missed).toEqual([]);
  });

  it('find none of the sentences that are not theirs', () => {
    expect(cases('not').filter(({ id, text }) => match(text).some((found) => found.id === id))).toEqual([]);
  });
});
