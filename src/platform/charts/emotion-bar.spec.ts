import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emotionBar, emotionExtent, type EmotionShares } from './emotion-bar.js';

const even: EmotionShares = { delighted: 0.2, satisfied: 0.2, neutral: 0.2, disappointed: 0.2, irritated: 0.2 };

const parts = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="4" width="([\d.]+)" height="20" class="e-(\w+)"/g)].map(
    ([, x, width, emotion]) => ({
      x: Number(x),
      width: Number(width),
      emotion,
    }),
  );
const centre = (svg: string) => Number(/<line x1="([\d.]+)"[^>]*c-centre/.exec(svg)?.[1]);

describe('the emotion bar', () => {
  it('runs from irritated on the left to delighted on the right', () => {
    const drawn = parts(emotionBar({ shares: even, label: null }).toString());
    expect(drawn.map((part) => part.emotion)).toEqual([
      'irritated',
      'disappointed',
      'neutral',
      'satisfied',
      'delighted',
    ]);
  });

  it('puts the centre line in the middle of the neutral part', () => {
    const svg = emotionBar({ shares: even, label: null }).toString();
    const neutral = parts(svg).find((part) => part.emotion === 'neutral');
    expect(centre(svg)).toBeCloseTo((neutral?.x ?? 0) + ((neutral?.width ?? 0) + 1) / 2, 0);
  });

  it('leaves out a part that nobody felt', () => {
    const svg = emotionBar({ shares: { ...even, irritated: 0, delighted: 0.4 }, label: null }).toString();
    expect(svg).not.toContain('e-irritated');
  });

  it('keeps the centre line of all rows of a table in one place', () => {
    const glad = { delighted: 0.7, satisfied: 0.2, neutral: 0.1, disappointed: 0, irritated: 0 };
    const extent = emotionExtent([even, glad]);
    const lines = [even, glad].map((shares) => centre(emotionBar({ shares, label: null, extent }).toString()));
    expect(lines[0]).toBe(lines[1]);
  });

  it('never draws outside its picture', () => {
    const parts5 = fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }).filter((counts) => counts.some((n) => n > 0));
    fc.assert(
      fc.property(parts5, (counts) => {
        const total = counts.reduce((sum, n) => sum + n, 0);
        const [delighted = 0, satisfied = 0, neutral = 0, disappointed = 0, irritated = 0] = counts.map(
          (n) => n / total,
        );
        const svg = emotionBar({
          shares: { delighted, satisfied, neutral, disappointed, irritated },
          label: null,
        }).toString();
        for (const part of parts(svg)) {
          expect(part.x).toBeGreaterThanOrEqual(0);
          expect(part.x + part.width).toBeLessThanOrEqual(201.5);
        }
      }),
    );
  });

  it('speaks when no numbers stand beside it', () => {
    const svg = emotionBar({ shares: even, label: '40% unhappy, 40% happy' }).toString();
    expect(svg).toContain('aria-label="40% unhappy, 40% happy"');
  });
});
