import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCounts, countsOf, NO_COUNTS } from './counts.js';
import { EMOTIONS } from '../../platform/emotions.js';
import { emotionScoreOf, scoreOf, standingOf } from './score.js';

describe('how much a number of answers can carry', () => {
  it.each([
    [0, 'tooFew'],
    [9, 'tooFew'],
    [10, 'tentative'],
    [29, 'tentative'],
    [30, 'firm'],
    [585, 'firm'],
  ])('%d answers are %s', (n, standing) => expect(standingOf(n)).toBe(standing));
});

describe('a score', () => {
  it('is the share of answers of 4 or 5 in points, with its interval and the mean beside it', () => {
    const score = scoreOf({ n: 180, top: 122, sum: 684 });
    expect(score).toMatchObject({ standing: 'firm', n: 180, mean: 3.8 });
    expect(score?.value).toBeCloseTo(67.78, 2);
    expect(score?.low).toBeCloseTo(60.64, 1);
    expect(score?.high).toBeCloseTo(74.17, 1);
  });

  it('is not given below ten answers', () => expect(scoreOf({ n: 9, top: 9, sum: 45 })).toBeNull());
});

describe('what customers felt', () => {
  it('is all five shares and the net of good and bad', () => {
    const emotion = emotionScoreOf({ delighted: 50, satisfied: 20, neutral: 10, disappointed: 15, irritated: 5 });
    expect(emotion).toMatchObject({
      n: 100,
      positive: 0.7,
      negative: 0.2,
      shares: { delighted: 0.5, irritated: 0.05 },
    });
    expect(emotion?.net.value).toBeCloseTo(50, 10);
  });

  it('is not given below ten answers', () => {
    expect(emotionScoreOf({ delighted: 9, satisfied: 0, neutral: 0, disappointed: 0, irritated: 0 })).toBeNull();
  });

  it('has five shares that add up to one', () => {
    const five = fc.record(
      Object.fromEntries(EMOTIONS.map((word) => [word, fc.nat(500)])) as Record<
        (typeof EMOTIONS)[number],
        fc.Arbitrary<number>
      >,
    );
    fc.assert(
      fc.property(five, (emotion) => {
        const score = emotionScoreOf(emotion);
        if (!score) return;
        const total = EMOTIONS.reduce((sum, word) => sum + score.shares[word], 0);
        expect(total).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('counts', () => {
  it('are read from a row whatever the driver calls a number', () => {
    expect(countsOf({ responses: '12', ease_n: 10, ease_top: 8 })).toMatchObject({
      responses: 12,
      ease: { n: 10, top: 8, sum: 0 },
    });
  });

  it('add up, and nobody adds nothing', () => {
    const row = countsOf({ responses: 3, delighted: 2, friendly_n: 3, friendly_top: 2, friendly_sum: 11 });
    expect(addCounts([row, row, NO_COUNTS])).toMatchObject({
      responses: 6,
      emotion: { delighted: 4 },
      drivers: { friendly: { n: 6, top: 4, sum: 22 } },
    });
    expect(addCounts([])).toEqual(NO_COUNTS);
  });
});
