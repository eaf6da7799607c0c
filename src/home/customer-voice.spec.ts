import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../platform/dates.js';
import { type Voice, voiceOfTheDay } from './customer-voice.js';

const said = (comment: string, emotion: number | null, ease: number | null): Voice => ({
  comment,
  emotion,
  ease,
  on: '2027-02-05',
});
const kind = said('She rang the depot there and then.', 2, 5);

describe('what a customer said, on the home page', () => {
  it.each([
    ['a delighted one', kind, true],
    ['a satisfied one', said('In and out in five minutes, thank you.', 1, 4), true],
    ['one without an ease answer', said('They stayed open for me. Lovely people.', 1, null), true],
    ['an unhappy one', said('I was sent elsewhere for the second time.', -2, 1), false],
    ['one without an emotion', said('I was sent elsewhere for the second time.', null, 5), false],
    ['a kind one about a hard visit', said('Nice people, but it took three trips.', 1, 2), false],
    ['one word', said('Fine', 2, 5), false],
    ['a long story', said('a'.repeat(221), 2, 5), false],
  ])('%s', (_, voice, shown) => {
    expect(voiceOfTheDay([voice], '2027-02-10')).toEqual(shown ? voice : null);
  });

  it('stays the same all day and goes round from day to day', () => {
    const voices = [kind, said('The best branch for miles around.', 2, 5)];
    const today = voiceOfTheDay(voices, '2027-02-10');
    expect(voiceOfTheDay(voices, '2027-02-10')).toBe(today);
    expect(voiceOfTheDay(voices, '2027-02-11')).not.toBe(today);
    expect(voiceOfTheDay(voices, '2027-02-12')).toBe(today);
  });

  it('finds one on every day that there is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 4000 }), (n, day) => {
        expect(voiceOfTheDay(Array(n).fill(kind), addDays('2025-01-01', day))).toEqual(kind);
      }),
    );
  });
});
