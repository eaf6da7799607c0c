import { describe, expect, it } from '@jest/globals';
import {
  anEffect,
  aRegisteredStudy,
  nobodyBeside,
  PANEL_FACTS,
  someFindings,
  tooFewYet,
} from '../../../test/factories/study-findings.js';
import { cautions } from './caution-words.js';
import type { StudyFindings } from './findings.js';
import { judged } from './judged.js';

const MOVED = { method: 'f', statistic: 5, weeks: 8, clusters: 320, p: 0.001 } as const;
const TWO_OTHERS = { leads: MOVED, donut: anEffect(2.1, 1.1), matched: anEffect(0.8, 1.2) };
const said = (findings: StudyFindings, { closedTo = '2027-06-28', looks = 1 } = {}) =>
  cautions(judged(aRegisteredStudy(), { findings, closedTo, looks }));
const withPanel = (changes: Partial<StudyFindings['panel']>) => someFindings({ panel: { ...PANEL_FACTS, ...changes } });

describe('what to read with care', () => {
  it('is that managers chose, with everything else in order', () => {
    expect(said(someFindings())).toEqual([
      'Managers chose who trained first. Keener branches may have improved anyway.',
    ]);
  });

  it('is with a lot what is asked for, and not who was chosen', () => {
    expect(said(someFindings({ byLot: true }))).toEqual([
      'It is about being asked: those who were asked and have not finished count too.',
    ]);
  });

  it('gives the two other figures of a withheld headline, and why neither is one', () => {
    expect(said(someFindings(TWO_OTHERS)).slice(0, 3)).toEqual([
      'Scores of branches that trained had already left those of the others in the weeks before (p under 0.01).',
      'With the four weeks before the training left out, the difference is +2.1 points (95% range +1.0 to +3.2). It is no headline: who was moving before may just have moved on.',
      'Beside branches without the training that had scored alike before, it is +0.8 points (95% range −0.4 to +2.0). It is no headline: they may differ in what no score shows.',
    ]);
    expect(said(someFindings({ ...TWO_OTHERS, byLot: true })).join()).toContain('one study of twenty');
    expect(said(someFindings({ leads: MOVED })).join()).not.toContain('headline');
  });

  it.each<[string, StudyFindings, string]>([
    [
      'that the weeks before were not tested',
      someFindings({ leads: null }),
      'It could not be tested whether both groups moved together before the training.',
    ],
    [
      'what shows where nothing had happened',
      someFindings({ placebos: [{ weeks: 13, effect: anEffect(1.5, 1) }] }),
      'With the start moved back 13 weeks, where nothing had happened, it comes to +1.5 points (95% range +0.5 to +2.5): something other than the training is in it.',
    ],
    [
      'that a placebo could not be made',
      someFindings({ placebos: [] }),
      'There is too little from before the training to see what comes out with the start moved back 26 weeks.',
    ],
    [
      'few clusters',
      someFindings({ effect: anEffect(2.7, 0.9, { clusters: 12 }) }),
      'Only 12 areas had the training. With fewer than 30 the range may be too narrow.',
    ],
    [
      'thin units',
      withPanel({ thin: 6 }),
      '6 branches have fewer than 30 answers before the start or since. They are counted, and swing by chance.',
    ],
    [
      'one that was always trained',
      withPanel({ always: 1 }),
      '1 branch was trained all along and left out: nothing is known from before.',
    ],
    [
      'weeks that nothing speaks for',
      someFindings({ effect: anEffect(2.7, 0.9, { dropped: 14 }) }),
      '14 weeks of trained units are left out: nobody without the training was left to say what they would have been.',
    ],
  ])('names %s', (_, findings, sentence) => {
    expect(said(findings)).toContain(sentence);
  });

  it('takes what shows where nothing had happened for chance when areas were drawn by lot', () => {
    const shows = { placebos: [{ weeks: 13, effect: anEffect(1.5, 1) }] };
    expect(said(someFindings({ ...shows, byLot: true })).join()).toContain('By lot that is chance');
  });

  it('does not call a range of the lots too narrow', () => {
    const few = { byLot: true, effect: anEffect(2.7, 0.9, { clusters: 12 }) };
    const permutation = { estimate: 2.6, low: 1.4, high: 3.8, draws: 999, p: 0.004 };
    expect(said(someFindings(few)).join()).toContain('too narrow');
    expect(said(someFindings({ ...few, permutation })).join()).not.toContain('too narrow');
  });

  it.each([
    ['2026-10-19', '7 weeks since the first start are not long.', 'It will be worked out again from 23 November 2026.'],
    ['2026-09-07', 'One week since the first start is not long.', 'It will be worked out again from 12 October 2026.'],
    ['2027-06-14', null, 'It will be worked out again from 5 July 2027.'],
    ['2027-06-28', null, null],
  ])('says how short it is and when it is looked at again: answers of the week of %s', (closedTo, short, again) => {
    const all = said(someFindings(), { closedTo });
    expect(all.find((one) => one.includes('not long')) ?? null).toBe(short);
    expect(all.find((one) => one.includes('again from')) ?? null).toBe(again);
  });

  it('counts the looks from the second on', () => {
    expect(said(someFindings(), { looks: 3 }).join()).toContain('This is look number 3.');
    expect(said(someFindings(), { looks: 1 }).join()).not.toContain('look number');
  });

  it('is about what else changed where there is nobody to compare with, and nothing without an answer', () => {
    expect(said(nobodyBeside())).toEqual([
      'Nobody is there to compare with, so whatever else changed in these weeks is in the figure too.',
    ]);
    expect(said(tooFewYet())).toEqual([]);
  });
});
