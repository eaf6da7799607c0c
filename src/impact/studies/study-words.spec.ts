import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  anEffect,
  aRegisteredStudy,
  nobodyBeside,
  PANEL_FACTS,
  someFindings,
  tooFewYet,
} from '../../../test/factories/study-findings.js';
import { inLanguage } from '../../platform/language/language.js';
import type { StudyFindings } from './findings.js';
import { judged } from './judged.js';
import type { Study } from './study.js';
import {
  GRADE_WORDS,
  headlineOf,
  questionOf,
  registeredSentence,
  sayGrade,
  studyWords,
  sublineOf,
} from './study-words.js';
import { GRADES } from './verdict.js';

const MOVED = { method: 'f', statistic: 5, weeks: 8, clusters: 320, p: 0.001 } as const;
const BY_LOT = { wavePlanId: 4 };
const FEW = { byLot: true, effect: anEffect(2.7, 0.9, { clusters: 6 }) };
const lots = (low: number, high: number) => ({ estimate: 0.4, low, high, draws: 999, p: 0.3 });

const result = (findings: StudyFindings, study: Partial<Study> = {}) =>
  judged(aRegisteredStudy(study), { findings, closedTo: '2027-02-01', looks: 1 });
const said = (changes: Partial<StudyFindings> = {}, study: Partial<Study> = {}) =>
  headlineOf(result(someFindings(changes), study));

describe('the answer in one sentence', () => {
  it.each<[string, string, Partial<StudyFindings>, Partial<Study>]>([
    [
      'clear, and every check passes',
      'Branches that reached 80% scored 2.7 points higher on ease than we estimate they would have without (95% range 1.8 to 3.6).',
      {},
      {},
    ],
    [
      'clear, by lot',
      'Branches that were asked to train scored 2.7 points higher on ease than we estimate they would have without (95% range 1.8 to 3.6).',
      { byLot: true },
      BY_LOT,
    ],
    [
      'lower is said as lower',
      'Payment points that reached 62% scored 1.2 points lower on net emotion than we estimate they would have without (95% range −2.0 to −0.4).',
      { effect: anEffect(-1.2, 0.8) },
      { kinds: ['paymentPoint'], threshold: 0.62, metric: 'netEmotion' },
    ],
    [
      'clear with few areas: the range of the lots, which may have one end only',
      'Units that were asked to train scored 0.4 points higher on the friendly score than we estimate they would have without (95% range 0.1 or more).',
      { ...FEW, permutation: lots(0.1, Infinity) },
      { ...BY_LOT, kinds: ['branch', 'department'], metric: 'friendly' },
    ],
    [
      'a check could not be made',
      'Branches that reached 80% scored 2.7 points higher on ease than the others, seen from where each stood before (95% range 1.8 to 3.6). Not all checks pass, so it is an association.',
      { leads: null },
      {},
    ],
    [
      'not clear',
      'No clear change; effects between −0.4 and +0.9 points fit the data.',
      { effect: anEffect(0.25, 0.65) },
      {},
    ],
    [
      'not clear, and a check could not be made',
      'No clear difference; differences between −0.4 and +0.9 points fit the data.',
      { effect: anEffect(0.25, 0.65), placebos: [] },
      {},
    ],
    [
      'lots: no upper end',
      'No clear change; effects of −0.3 points and more fit the data.',
      { ...FEW, permutation: lots(-0.3, Infinity) },
      BY_LOT,
    ],
    [
      'lots: no lower end',
      'No clear change; effects of +0.3 points and less fit the data.',
      { ...FEW, permutation: lots(-Infinity, 0.3) },
      BY_LOT,
    ],
    [
      'lots: no end',
      'No clear change; with so few areas, effects of any size fit the data.',
      { ...FEW, permutation: lots(-Infinity, Infinity) },
      BY_LOT,
    ],
    [
      'moved before',
      'Branches were already moving before the training; we do not give an effect.',
      { leads: MOVED },
      {},
    ],
    [
      'something shows where nothing had happened',
      'A difference shows where nothing had happened yet; we do not give an effect.',
      { placebos: [{ weeks: 13, effect: anEffect(2, 1) }] },
      {},
    ],
    [
      'too few yet',
      'Not enough data yet. At the pace of the last weeks there will be enough on 5 April 2027.',
      tooFewYet(),
      {},
    ],
    [
      'nobody to compare with',
      'The score of trained branches rose 4.1 points (95% range 2.9 to 5.3); about 4.3 points (95% range 3.1 to 5.5) is expected from choosing low branches. What all branches did in the same weeks comes on top: +0.3 points (95% range −0.1 to +0.7).',
      nobodyBeside(),
      {},
    ],
    [
      'nobody to compare with, nor a before and after',
      'There is nobody to compare with, so no effect can be worked out.',
      { effect: null, beforeAfter: null },
      {},
    ],
  ])('%s', (_, sentence, findings, study) => {
    expect(said(findings, study)).toBe(sentence);
  });

  it('names no cause below grade B', () => {
    const cases = [{ leads: null }, { placebos: [] }, { leads: MOVED }, { leads: null, effect: anEffect(0.1, 1) }];
    for (const changes of cases) {
      const { headline, supports, next } = studyWords(result(someFindings(changes)));
      const claims = [headline, ...supports, next.sentence].join(' ').replace('we do not give an effect', '');
      expect(claims).not.toMatch(/effect|cause|because|would have without|thanks to|led to/);
    }
  });

  it('shows no number of an effect without its interval, whatever the number', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.double({ min: 0.05, max: 9, noNaN: true }),
        (estimate, half) => {
          const headline = said({ effect: anEffect(estimate, half) });
          expect(headline).toMatch(/95% range −?\d+\.\d to −?\d+\.\d|between [+−]?\d+\.\d and [+−]?\d+\.\d points/);
          expect(headline).not.toMatch(/-\d|NaN|Infinity|undefined/);
        },
      ),
    );
  });
});

describe('what stands around it', () => {
  it('asks the question in the reader’s language, and leaves somebody’s own title as it is', () => {
    const study = aRegisteredStudy();
    expect(questionOf(study)).toBe('Did ‘Put it right first time’ make a difference?');
    expect(inLanguage('cy', () => questionOf(study))).toBe('A wnaeth ‘Put it right first time’ wahaniaeth?');
    const welsh = { ...study, title: 'A wnaeth ‘Put it right first time’ wahaniaeth?' };
    expect(questionOf(welsh)).toBe(study.title);
    expect(inLanguage('cy', () => questionOf({ ...study, title: 'Our autumn push' }))).toBe('Our autumn push');
  });

  it('asks about several courses together', () => {
    const courses = ['a', 'b'].map((slug) => ({ slug, title: slug }));
    const study = aRegisteredStudy({ courses, title: 'Did these 2 courses make a difference?' });
    expect(inLanguage('cy', () => questionOf(study))).toBe('A wnaeth y 2 gwrs hyn wahaniaeth?');
  });

  it.each<[Study['kinds'], string]>([
    [['branch'], 'Ease, 120 trained branches and 140 not yet trained, 5 January 2026 to 7 February 2027'],
    [['paymentPoint'], 'Ease, 120 trained payment points and 140 not yet trained, 5 January 2026 to 7 February 2027'],
    [['branch', 'paymentPoint'], 'Ease, 120 trained units and 140 not yet trained, 5 January 2026 to 7 February 2027'],
  ])('says what was looked at: %j', (kinds, subline) => {
    expect(sublineOf(result(someFindings(), { kinds }))).toBe(subline);
  });

  it('counts one as one', () => {
    const findings = someFindings({ panel: { ...PANEL_FACTS, trained: 1 } });
    expect(sublineOf(result(findings))).toContain('1 trained branch and');
  });

  it('has a name and a sentence for every grade, and says when there is none', () => {
    expect(Object.keys(GRADE_WORDS)).toEqual(GRADES);
    expect(GRADES.map(sayGrade)).toEqual([
      'Grade A, areas drawn by lot',
      'Grade B, not by lot, but the checks pass',
      'Grade C, association',
      'Grade D, before and after only',
    ]);
    expect(sayGrade(null)).toBe('No grade yet');
  });

  it('says who registered it, if anybody', () => {
    expect(registeredSentence(aRegisteredStudy())).toBe('Registered on 31 August 2026 by Nik Rowe.');
    expect(registeredSentence(aRegisteredStudy({ registeredBy: null }))).toBe('Registered on 31 August 2026.');
  });

  it('has all of it in Welsh', () => {
    const english = studyWords(result(someFindings()));
    const welsh = inLanguage('cy', () => studyWords(result(someFindings())));
    expect(welsh.headline).toBe(
      'Sgoriodd canghennau a gyrhaeddodd 80% 2.7 pwynt yn uwch o ran rhwyddineb nag yr amcangyfrifwn y byddent wedi’i wneud heb yr hyfforddiant (amrediad 95%: 1.8 i 3.6).',
    );
    const all = (words: typeof english) => [words.subline, words.beforeAfter, ...words.supports, ...words.cautions];
    for (const [at, sentence] of all(english).entries()) expect(all(welsh)[at]).not.toBe(sentence);
    expect(all(welsh).join(' ')).not.toMatch(/\b(the|range|branches|training)\b/);
  });
});
