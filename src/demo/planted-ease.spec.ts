import { describe, expect, it } from '@jest/globals';
import { Chance } from '../generate/chance.js';
import { lowered, moved } from './planted-ease.js';

const UNITS = 400;
const each = <T>(value: T): T[] => Array.from({ length: UNITS }, () => value);

describe('what is planted in easy visits', () => {
  it.each([2, 10, -6, 0])('moves the share by %i points, wherever it stands', (points) => {
    const chance = new Chance(1);
    const usual = Array.from({ length: UNITS }, (_, unit) => 0.6 + (0.3 * unit) / UNITS);
    const responses = each(500);
    const easeTop = usual.map((p) => chance.binomial(500, p));
    const after = moved(chance, { responses, easeTop }, usual, () => points);
    const gains = after.map((top, unit) => (100 * (top - easeTop[unit]!)) / 500);
    for (const half of [gains.slice(0, UNITS / 2), gains.slice(UNITS / 2)])
      expect(Math.abs(half.reduce((sum, one) => sum + one, 0) / half.length - points)).toBeLessThan(0.15);
  });

  it('leaves the answers of units alone where nothing was planted', () => {
    const [responses, easeTop] = [each(10), each(8)];
    const after = moved(new Chance(1), { responses, easeTop }, each(0.8), (unit) => (unit < 3 ? 15 : 0));
    expect(after.slice(3)).toEqual(easeTop.slice(3));
  });

  it('is taken from all alike, by answers, and from nobody else', () => {
    const responses = Array.from({ length: UNITS }, (_, unit) => (unit % 2 === 0 ? 300 : 100));
    const easeTop = responses.map((n, unit) => (unit < UNITS / 4 ? 0.9 * n : 0.7 * n));
    const among = responses.map((_, unit) => unit < UNITS / 2);
    const after = lowered(new Chance(1), { responses, easeTop }, 1600, among);
    const lost = (of: (unit: number) => boolean) => {
      const units = responses.flatMap((_, unit) => (of(unit) ? [unit] : []));
      const sum = (numbers: readonly number[]) => units.reduce((all, unit) => all + numbers[unit]!, 0);
      return (100 * (sum(easeTop) - sum(after))) / sum(responses);
    };
    expect(after.slice(UNITS / 2)).toEqual(easeTop.slice(UNITS / 2));
    for (const group of [
      (unit: number) => unit < UNITS / 4,
      (unit: number) => unit < UNITS / 2 && unit % 2 === 0,
      (unit: number) => unit < UNITS / 2 && unit % 2 === 1,
    ])
      expect(Math.abs(lost(group) - 4)).toBeLessThan(0.5);
  });

  it('takes nothing from a unit that has no easy visit left', () => {
    const after = lowered(new Chance(1), { responses: [50, 50], easeTop: [1, 40] }, 20, [true, true]);
    expect(after[0]! + after[1]!).toBe(21);
    expect(after[0]).toBeGreaterThanOrEqual(0);
  });
});
