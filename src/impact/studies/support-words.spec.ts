import { describe, expect, it } from '@jest/globals';
import {
  anEffect,
  aRegisteredStudy,
  nobodyBeside,
  PANEL_FACTS,
  someFindings,
  tooFewYet,
  weeksSince,
} from '../../../test/factories/study-findings.js';
import type { StudyFindings } from './findings.js';
import { judged } from './judged.js';
import { supports } from './support-words.js';

const MOVED = { method: 'f', statistic: 5, weeks: 8, clusters: 320, p: 0.001 } as const;
const lots = (p: number) => ({
  byLot: true,
  effect: anEffect(2.7, 0.9, { clusters: 8 }),
  permutation: { estimate: 2.6, low: 1.4, high: 3.8, draws: 999, p },
});
const said = (findings: StudyFindings) =>
  supports(judged(aRegisteredStudy(), { findings, closedTo: '2027-02-01', looks: 1 }));
const about = (words: RegExp, changes: Partial<StudyFindings> = {}) =>
  said(someFindings(changes)).filter((sentence) => words.test(sentence));

describe('what supports a result', () => {
  it('is what the findings carry, in sentences', () => {
    expect(said(someFindings())).toEqual([
      'In the 8 weeks before the training both groups moved together: no clear difference between them (p = 0.60).',
      'No week before the training was clearly different. The difference shows from the week of the training on.',
      'Branches began on 4 different dates, from 7 September 2026 to 2 November 2026, so nothing that happened in a single week explains it.',
      'Nothing shows where nothing had happened: with the start moved back 13 weeks it comes to +0.1 points (95% range −1.1 to +1.3).',
      'Nothing shows where nothing had happened: with the start moved back 26 weeks it comes to −0.2 points (95% range −1.5 to +1.1).',
    ]);
  });

  it('is nothing where no number is given', () => {
    expect(said(someFindings({ leads: MOVED }))).toEqual([]);
    expect(said(nobodyBeside())).toEqual([]);
    expect(said(tooFewYet())).toEqual([]);
  });

  it('names the lot first, and its place among others where that is what counts', () => {
    expect(said(someFindings({ byLot: true }))[0]).toContain('drawn by lot');
    expect(about(/other draws/, { byLot: true })).toEqual([]);
  });

  it.each([
    [0.001, 'None of 999 other draws of the lot gives a difference as large (p under 0.01).'],
    [0.002, '1 of 999 other draws of the lot gives a difference as large (p under 0.01).'],
    [0.031, '30 of 999 other draws of the lot give a difference as large (p = 0.03).'],
  ])('counts the draws behind p = %d', (p, sentence) => {
    expect(about(/other draws/, lots(p))).toEqual([sentence]);
  });

  it.each<[string, Partial<StudyFindings>, number]>([
    [
      'says from which week on',
      { weeksSince: weeksSince(2.7).map((one) => (one.week < 2 ? { ...one, low: -1, high: 1 } : one)) },
      1,
    ],
    ['not with fewer than four weeks before', { weeksSince: weeksSince(2.7).filter(({ week }) => week > -4) }, 0],
    [
      'not when a week before was different',
      { weeksSince: weeksSince(2.7).map((one) => (one.week === -1 ? { ...one, low: 1 } : one)) },
      0,
    ],
    ['not without a clear change', { effect: anEffect(0.1, 1) }, 0],
    ['not when no week shows it', { weeksSince: weeksSince(0.5) }, 0],
  ])('%s', (_, changes, many) => {
    const sentences = about(/The difference shows from/, changes);
    expect(sentences).toHaveLength(many);
    if (many > 0) expect(sentences[0]).toContain('from 2 weeks after it on');
  });

  it('says that starts lie apart from three on', () => {
    expect(about(/different dates/, { panel: { ...PANEL_FACTS, starts: 2 } })).toEqual([]);
    expect(about(/different dates/, { panel: { ...PANEL_FACTS, starts: 3 } })).toHaveLength(1);
  });

  it('leaves out checks that could not be made', () => {
    expect(about(/moved together/, { leads: null })).toEqual([]);
    expect(about(/moved back/, { placebos: [{ weeks: 26, effect: anEffect(0, 1) }] })).toHaveLength(1);
  });
});
