import { describe, expect, it } from '@jest/globals';
import type { Link } from './link.js';
import { basisSentence, correlationSentence, linkSentence, slopeFigure } from './link-words.js';

const link = (slope: [value: number, low: number, high: number] | null, change: Partial<Link> = {}): Link => ({
  points: Array.from({ length: 341 }, () => ({ name: null, code: null, x: 0, y: 0, weight: 94, answers: 94 })),
  answers: 32118,
  tooFew: 12,
  enough: true,
  correlation: { value: 0.214, low: 0.104, high: 0.312, n: 341 },
  line: slope && {
    slope: { value: slope[0], low: slope[1], high: slope[2], n: 341 },
    intercept: 78,
    standardError: 0.03,
  },
  ...change,
});
const now = { metric: 'ease', changes: false };
const changes = { metric: 'ease', changes: true };

describe('the words of a link', () => {
  it.each([
    [
      link([0.08, 0.02, 0.14]),
      now,
      'Where completion is ten points higher, ease is 0.8 points higher (95% range +0.2 to +1.4).',
    ],
    [
      link([-0.08, -0.14, -0.02]),
      now,
      'Where completion is ten points higher, ease is 0.8 points lower (95% range −1.4 to −0.2).',
    ],
    [
      link([0.08, 0.02, 0.14]),
      changes,
      'Where completion rose by ten points more, ease rose by 0.8 points more (95% range +0.2 to +1.4).',
    ],
    [
      link([0.03, -0.03, 0.09]),
      now,
      'No clear link. Between −0.3 and +0.9 points of ease for each ten points of completion fit the data.',
    ],
    [link(null), now, 'Completion is the same everywhere, so there is nothing to compare.'],
    [link(null), changes, 'Completion changed by the same everywhere, so there is nothing to compare.'],
    [link(null, { enough: false, points: [] }), now, 'Not enough data yet: 0 units have a score, 20 are needed.'],
  ])('%#: %j', (found, said, sentence) => {
    expect(linkSentence(found, said)).toBe(sentence);
  });

  it('never speaks of causes', () => {
    for (const slope of [
      [0.08, 0.02, 0.14],
      [0.03, -0.03, 0.09],
    ] as const) {
      expect(linkSentence(link([...slope]), now)).not.toMatch(/because|effect|cause|uplift|improve|prove/);
    }
  });

  it('prints the slope for ten points, the correlation, and what both rest on', () => {
    expect(slopeFigure(link([0.08, 0.02, 0.14]))).toBe('+0.8');
    expect(slopeFigure(link(null))).toBeNull();
    expect(correlationSentence(link(null))).toBe('Correlation 0.21 (95% range 0.10 to 0.31).');
    expect(basisSentence(link(null))).toBe('341 units, 32,118 answers. 12 units with under ten answers are left out.');
    expect(basisSentence(link(null, { tooFew: 1 }))).toContain('1 unit with under ten answers is left out.');
    expect(basisSentence(link(null, { tooFew: 0 }))).toBe('341 units, 32,118 answers.');
  });
});
