import { describe, expect, it } from '@jest/globals';
import { inTheirWords } from './in-their-words.js';

const said = (comment: string, day: string, ease: number | null = 2, emotion: number | null = null) => ({
  unitId: 1,
  comment,
  ease,
  emotion,
  smallUnit: false,
  poor: [],
  answeredAt: new Date(`${day}T12:00:00Z`),
});

describe('why, in customers’ own words', () => {
  it('is what most unhappy comments share', () => {
    const comments = Array.from({ length: 6 }, (_, i) => said(`Sent elsewhere, visit ${i}`, '2027-01-20'));
    expect(inTheirWords(comments, '2027-01-11')).toBe('Most unhappy comments mention “sent elsewhere”.');
  });

  it('is nothing when they share no words', () => {
    const comments = [said('Great', '2027-02-03', 5, 2), said('Long queue', '2027-02-02'), said('Rude', '2027-01-30')];
    expect(inTheirWords(comments, '2027-01-11')).toBeNull();
  });

  it('is nothing when nobody unhappy wrote lately', () => {
    expect(inTheirWords([said('Slow', '2027-01-10')], '2027-01-11')).toBeNull();
    expect(inTheirWords([said('Lovely', '2027-02-03', 5, 1)], '2027-01-11')).toBeNull();
    expect(inTheirWords([], '2027-01-11')).toBeNull();
  });
});
