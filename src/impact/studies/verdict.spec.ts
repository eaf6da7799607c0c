import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  anEffect,
  asKept,
  nobodyBeside,
  PANEL_FACTS,
  someFindings,
  tooFewYet,
} from '../../../test/factories/study-findings.js';
import type { StudyFindings } from './findings.js';
import { type Verdict, verdictOf } from './verdict.js';

const MOVED = { method: 'f', statistic: 5, weeks: 8, clusters: 320, p: 0.049 } as const;
const SHOWS = [
  { weeks: 13, effect: anEffect(1.5, 1) },
  { weeks: 26, effect: anEffect(0.1, 1) },
];
const LOTS = { estimate: 2.6, low: 1.4, high: 3.8, draws: 999, p: 0.004 };
const NOT_CLEAR = { effect: anEffect(0.25, 0.65) };

describe('the verdict on a study', () => {
  it.each<[string, Partial<StudyFindings>, Verdict['kind'], Verdict['grade']]>([
    ['the interval leaves zero out and every check passes', {}, 'clear', 'B'],
    ['areas were dealt by lot', { byLot: true }, 'clear', 'A'],
    ['areas were dealt by lot and nothing could be checked', { byLot: true, leads: null, placebos: [] }, 'clear', 'A'],
    ['the interval includes zero and every check passes', NOT_CLEAR, 'notClear', 'B'],
    ['the interval includes zero by lot', { ...NOT_CLEAR, byLot: true }, 'notClear', 'A'],
    ['scores moved before', { leads: MOVED }, 'withheld', 'C'],
    ['scores moved before, by lot', { leads: MOVED, byLot: true }, 'withheld', 'C'],
    ['scores moved before, and the interval includes zero', { ...NOT_CLEAR, leads: MOVED }, 'withheld', 'C'],
    ['it could not be tested whether scores moved before', { leads: null }, 'association', 'C'],
    ['something shows where nothing had happened', { placebos: SHOWS }, 'withheld', 'C'],
    ['something shows where nothing had happened, by lot', { placebos: SHOWS, byLot: true }, 'clear', 'A'],
    ['only one placebo could be made', { placebos: SHOWS.slice(1) }, 'association', 'C'],
    ['no placebo could be made and the interval includes zero', { ...NOT_CLEAR, placebos: [] }, 'notClear', 'C'],
    ['p of the leads is just not below 0.05', { leads: { ...MOVED, p: 0.05 } }, 'clear', 'B'],
    ['no effect could be worked out', { effect: null }, 'beforeAndAfterOnly', 'D'],
  ])('%s', (_, changes, kind, grade) => {
    expect(verdictOf(someFindings(changes))).toMatchObject({ kind, grade });
  });

  it('is no answer, and has no grade, while something is missing that may still come', () => {
    expect(verdictOf(tooFewYet())).toMatchObject({ kind: 'notEnough', grade: null, effect: null });
  });

  it.each<[string, Partial<StudyFindings>, Verdict['kind']]>([
    ['only units beside are missing and will not come', {}, 'beforeAndAfterOnly'],
    ['they may still come', { notEnough: { ...nobodyBeside().notEnough!, enoughOn: '2027-04-05' } }, 'notEnough'],
    ['there is no before and after either', { beforeAfter: null }, 'notEnough'],
    ['nobody knows what is missing', { notEnough: { missing: [], enoughOn: null } }, 'notEnough'],
    ['trained units are missing too', { notEnough: { ...tooFewYet().notEnough!, enoughOn: null } }, 'notEnough'],
  ])('without an effect, when %s', (_, changes, kind) => {
    expect(verdictOf(nobodyBeside(changes)).kind).toBe(kind);
  });

  it('says whether scores were higher or lower', () => {
    expect(verdictOf(someFindings()).better).toBe(true);
    expect(verdictOf(someFindings({ effect: anEffect(-2.7, 0.9) }))).toMatchObject({ kind: 'clear', better: false });
  });

  it.each([
    ['few areas dealt by lot', true, 12, 'lots'],
    ['thirty areas dealt by lot', true, 30, 'clusters'],
    ['few areas and no lot', false, 12, 'clusters'],
  ])('shows the interval that counts: %s', (_, byLot, clusters, by) => {
    const { effect } = verdictOf(someFindings({ byLot, effect: anEffect(2.7, 0.9, { clusters }), permutation: LOTS }));
    expect(effect).toMatchObject(
      by === 'lots' ? { by, ...{ estimate: 2.6, low: 1.4, high: 3.8, p: 0.004 } } : { by, estimate: 2.7 },
    );
  });

  it('decides by the lots where they count, also when they set no limit', () => {
    const few = { byLot: true, effect: anEffect(2.7, 0.9, { clusters: 4 }) };
    const open = someFindings({ ...few, permutation: { ...LOTS, low: -Infinity, high: Infinity } });
    expect(verdictOf(open)).toMatchObject({ kind: 'notClear', effect: { low: -Infinity, high: Infinity } });
    expect(verdictOf(asKept(open))).toEqual(verdictOf(open));
    expect(verdictOf(asKept(someFindings({ ...few, permutation: { ...LOTS, high: Infinity } })))).toMatchObject({
      kind: 'clear',
      effect: { low: 1.4, high: Infinity },
    });
  });

  const anything = fc.record({
    byLot: fc.boolean(),
    effect: fc.option(
      fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true })),
    ),
    p: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    placebos: fc.array(fc.tuple(fc.constantFrom(13, 26), fc.double({ min: -2, max: 2, noNaN: true })), {
      maxLength: 2,
    }),
    enough: fc.boolean(),
  });
  const findingsOf = (made: typeof anything extends fc.Arbitrary<infer T> ? T : never) =>
    someFindings({
      byLot: made.byLot,
      effect: made.effect && anEffect(...made.effect),
      leads: made.p === null ? null : { ...MOVED, p: made.p },
      placebos: made.placebos.map(([weeks, estimate]) => ({ weeks, effect: anEffect(estimate, 1) })),
      notEnough: made.enough ? null : tooFewYet().notEnough,
      panel: PANEL_FACTS,
    });

  it('shows a number only with its interval, and none that is withheld', () => {
    fc.assert(
      fc.property(anything, (made) => {
        const { kind, effect } = verdictOf(findingsOf(made));
        expect(effect === null).toBe(['notEnough', 'beforeAndAfterOnly', 'withheld'].includes(kind));
        if (effect) expect(effect.low).toBeLessThanOrEqual(effect.estimate);
        if (effect) expect(effect.low > 0 || effect.high < 0).toBe(kind !== 'notClear');
      }),
    );
  });

  it('never calls an effect clear below grade B, nor an association better than C', () => {
    fc.assert(
      fc.property(anything, (made) => {
        const { kind, grade } = verdictOf(findingsOf(made));
        if (kind === 'clear') expect(['A', 'B']).toContain(grade);
        if (kind === 'association' || kind === 'withheld') expect(grade).toBe('C');
        if (grade === 'A') expect(made.byLot).toBe(true);
      }),
    );
  });
});
