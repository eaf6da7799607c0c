import { describe, expect, it } from '@jest/globals';
import { sayChances, sayParts, sayPower, sayWaves, waveName } from './plan-words.js';

describe('a plan in words', () => {
  it.each([
    [0, 'Wave 1'],
    [5, 'Wave 6'],
    [null, 'Comparison'],
  ])('calls part %s %s', (wave, said) => expect(waveName(wave)).toBe(said));

  it.each([
    [1, 'one wave'],
    [2, 'two waves'],
    [6, 'six waves'],
    [7, '7 waves'],
  ])('says %d as %s', (waves, said) => expect(sayWaves(waves)).toBe(said));

  it.each([
    [{ waves: 1, comparison: true }, 'one wave and a comparison'],
    [{ waves: 3, comparison: false }, 'three waves'],
  ])('counts the parts of %j', (choice, said) => expect(sayParts(choice)).toBe(said));

  it('states the smallest effect it can see, in points', () => {
    const power = { smallest: 1.4, variance: (1.4 / 2.8016) ** 2, areas: 20 };
    expect(sayPower(power)).toBe('This can see an effect of 1.4 points or more, four times out of five.');
    expect(sayChances(power)).toBe(
      'An effect of 1 point would be seen 52% of the time, one of 2 points 98% and one of 3 points 99%.',
    );
    expect(sayPower(null)).toMatch(/^Too little is known from answers there/);
  });
});
