import { describe, expect, it } from '@jest/globals';
import {
  easeHeadline,
  easeSentence,
  neighboursSentence,
  responsesHeadline,
  splitSentence,
  unusualSentence,
} from './result-words.js';
import { change, easeOf, week2026 } from '../../../test/impact/week-2026.js';

const among = (placebos: number, asFar: number) => ({ placebos, asFar, p: (1 + asFar) / (1 + placebos) });
const weekOf = (value: number, low: number, high: number, unusual = among(49, 0)) => ({
  ...week2026,
  others: { ...week2026.others, change: { value, low, high } },
  unusual,
});

describe('the words of a themed week', () => {
  it.each([
    [
      weekOf(0.38, 0.3, 0.46),
      'Customers left 38% more answers than in an ordinary week (95% range +30% to +46%); that was more than in any of 49 ordinary weeks.',
    ],
    [
      weekOf(0.38, 0.3, 0.46, among(52, 1)),
      'Customers left 38% more answers than in an ordinary week (95% range +30% to +46%); the change was larger than in 51 of 52 ordinary weeks.',
    ],
    [
      weekOf(-0.2, -0.3, -0.1),
      'Customers left 20% fewer answers than in an ordinary week (95% range −30% to −10%); that was fewer than in any of 49 ordinary weeks.',
    ],
    [
      weekOf(0.05, 0.01, 0.09, among(49, 12)),
      'Customers left 5% more answers than in an ordinary week (95% range +1% to +9%), but weeks differ as much by themselves: the change was larger than in only 37 of 49 ordinary weeks.',
    ],
    [
      weekOf(0.38, 0.3, 0.46, among(7, 0)),
      'Customers left 38% more answers than in an ordinary week (95% range +30% to +46%); with 7 ordinary weeks to look at, nobody can say how unusual that is.',
    ],
    [
      weekOf(0.05, -0.04, 0.09),
      'No clear change in how many customers answered: changes between −4% and +9% fit the data.',
    ],
  ])('%#: %j', (result, sentence) => {
    expect(responsesHeadline(result)).toBe(sentence);
  });

  it('never names a cause', () => {
    const said = [responsesHeadline(week2026), easeHeadline(week2026.ease!), splitSentence(week2026.ease!.others)];
    expect(said.join(' ')).not.toMatch(/because|effect of|thanks to|led to|caused|uplift/i);
  });

  it.each([
    [3, 0, 'the 3 weeks before it'],
    [0, 1, 'the 1 week after it'],
    [4, 2, 'the 4 weeks before and the 2 weeks after it'],
  ])('names %i weeks before and %i after', (before, after, words) => {
    expect(neighboursSentence({ ...week2026, before, after })).toContain(words);
  });

  it('gives the second baseline with its range, or says that nothing lies beside it', () => {
    expect(neighboursSentence(week2026)).toBe(
      '+63% (95% range +55% to +71%) against the 4 weeks before and the 4 weeks after it (2,518 on average).',
    );
    expect(neighboursSentence({ ...week2026, neighbours: null })).toContain('no weeks just before or after');
  });

  it.each([
    [
      change(0.005, 0.007),
      among(51, 20),
      'No clear change in ease: effects between −0.2 and +1.2 points fit the data.',
    ],
    [
      change(0.03, 0.01),
      among(51, 0),
      'Within the same branches, ease was 3.0 points higher than in an ordinary week (95% range +2.0 to +4.0).',
    ],
    [
      change(-0.03, 0.01),
      among(51, 30),
      'Within the same branches, ease was 3.0 points lower than in an ordinary week (95% range −4.0 to −2.0), but ordinary weeks differ as much.',
    ],
  ])('ease by %j among %j', (within, unusual, sentence) => {
    expect(easeHeadline(easeOf(within, unusual))).toBe(sentence);
  });

  it('gives no part of a change in ease without its range', () => {
    expect(splitSentence(week2026.ease!.others)).toBe(
      'Within the same branches +0.4 points (95% range −0.6 to +1.4); +0.1 points (95% range −0.1 to +0.3) come from which branches answered.',
    );
    expect(easeSentence(week2026.ease!).match(/95% range/g)).toHaveLength(2);
    expect(easeSentence({ ...week2026.ease!, neighbours: null }).match(/95% range/g)).toHaveLength(1);
  });

  it('prints two parts that add up to the printed whole', () => {
    const side = { ...week2026.ease!.others, total: change(0.0048, 0.01), within: change(0.0074, 0.01) };
    expect(splitSentence({ ...side, mix: change(-0.0026, 0.003) })).toMatch(/branches \+0\.7 .*; −0\.2 points/);
  });

  it.each([
    [among(52, 3), 'The change in responses was larger than in 49 of 52 ordinary weeks (p = 0.08).'],
    [among(200, 0), 'larger than in 200 of 200 ordinary weeks (p under 0.01)'],
    [among(3, 0), 'too few other weeks'],
  ])('%j', (unusual, words) => {
    expect(unusualSentence(unusual, 'responses')).toContain(words);
  });
});
