import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/platform/root.js';

const tokens = readFileSync(join(root, 'assets/scss/_tokens.scss'), 'utf8');
const [plain = '', love = ''] = tokens.split('[data-theme="love"]');

const WORDS = 4.5;
const SHAPES = 3;

/** [foreground, background, least ratio by WCAG 2.2] */
const PAIRS: [string, string, number][] = [
  ['ink', 'paper', WORDS],
  ['ink', 'wash', WORDS],
  ['ink', 'head', WORDS],
  ['ink-2', 'paper', WORDS],
  ['ink-2', 'wash', WORDS],
  ['ink-2', 'head', WORDS],
  ['line-strong', 'paper', SHAPES],
  ['line-strong', 'wash', SHAPES],
  ['paper', 'brand', WORDS],
  ['paper', 'brand-strong', WORDS],
  ['brand', 'paper', WORDS],
  ['brand', 'wash', WORDS],
  ['brand', 'brand-tint', WORDS],
  ['brand-strong', 'brand-tint', WORDS],
  ['ink', 'brand-tint', WORDS],
  ['paper', 'action', WORDS],
  ['paper', 'action-edge', WORDS],
  ['action', 'paper', WORDS],
  ['accent', 'paper', SHAPES],
  ['accent-ink', 'accent-tint', WORDS],
  ['accent-ink', 'paper', WORDS],
  ['good', 'paper', WORDS],
  ['good', 'good-tint', WORDS],
  ['paper', 'good', WORDS],
  ['warn', 'paper', WORDS],
  ['warn', 'warn-tint', WORDS],
  ['paper', 'warn', WORDS],
  ['bad', 'paper', WORDS],
  ['bad', 'bad-tint', WORDS],
  ['paper', 'bad', WORDS],
  ['focus-ink', 'focus', WORDS],
  ...['friendly', 'professional', 'knowledge', 'understanding', 'efficiency', 'expectations'].flatMap(
    (driver): [string, string, number][] => [
      [driver, 'paper', WORDS],
      [driver, 'wash', WORDS],
      ['paper', driver, WORDS],
    ],
  ),
];

const THEMED: [string, string, number][] = PAIRS.filter((pair) => pair.some((name) => /brand|action|wash/.test(String(name))));

describe('every colour pairing can be read', () => {
  it.each(PAIRS)('%s on %s', (front, back, least) => {
    expect(ratio(colour(plain, front), colour(plain, back))).toBeGreaterThanOrEqual(least);
  });

  it.each(THEMED)('in a themed week: %s on %s', (front, back, least) => {
    const themed = (name: string) => (love.includes(`--${name}:`) ? colour(love, name) : colour(plain, name));
    expect(ratio(themed(front), themed(back))).toBeGreaterThanOrEqual(least);
  });
});

function colour(block: string, name: string): string {
  const hex = new RegExp(`--${name}: #([0-9a-f]{3,6});`).exec(block)?.[1];
  if (!hex) throw new Error(`There is no colour ${name}.`);
  return hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
}

/** Contrast ratio of two sRGB colours (WCAG 2.2, relative luminance). */
function ratio(one: string, two: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
