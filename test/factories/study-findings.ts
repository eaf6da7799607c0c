import type { Effect, PanelFacts, StudyFindings } from '../../src/impact/studies/findings.js';
import type { Study } from '../../src/impact/studies/study.js';

/** A study of ease at branches in the autumn of 2026, with nobody drawing lots. */
export const aRegisteredStudy = (changes: Partial<Study> = {}): Study => ({
  ...{ id: 7, title: 'Did ‘Put it right first time’ make a difference?', campaign: null, courseIds: [3] },
  courses: [{ slug: 'put-it-right-first-time', title: 'Put it right first time' }],
  ...{ metric: 'ease', threshold: 0.8, weighting: 'answers', clusterLevel: 'area', kinds: ['branch'] },
  ...{ regionIds: null, weeks: { from: '2026-01-05', to: '2027-06-28' }, wavePlanId: null },
  ...{ registeredBy: 'Nik Rowe', registeredAt: new Date('2026-08-31T08:30:00Z') },
  ...changes,
});

export const anEffect = (estimate: number, half: number, changes: Partial<Effect> = {}): Effect => ({
  ...{ estimate, low: estimate - half, high: estimate + half, se: half / 2, p: half < Math.abs(estimate) ? 0.01 : 0.4 },
  ...{ rows: 420, units: 120, clusters: 40, dropped: 0 },
  ...changes,
});

export const PANEL_FACTS: PanelFacts = {
  ...{ rows: 9_000, answers: 81_000, units: 260, trained: 120, untrained: 140, always: 0, thin: 0 },
  ...{ clusters: 60, trainedClusters: 40, firstStart: '2026-09-07', lastStart: '2026-11-02', starts: 4 },
  ...{ answersBefore: 240, answersSince: 110, compared: 200, answersBeside: 180 },
};

/** 2.7 points higher (1.8 to 3.6), nobody drew lots, and every check passes. Results read answers up to 7 February 2027. */
export const someFindings = (changes: Partial<StudyFindings> = {}): StudyFindings => ({
  ...{ format: 1, byLot: false, panel: PANEL_FACTS, notEnough: null, effect: anEffect(2.7, 0.9), permutation: null },
  weeksSince: weeksSince(2.7),
  leads: { method: 'wildBootstrap', statistic: 0.8, weeks: 8, clusters: 60, p: 0.6 },
  placebos: [
    { weeks: 13, effect: anEffect(0.1, 1.2) },
    { weeks: 26, effect: anEffect(-0.2, 1.3) },
  ],
  ...{ donut: null, matched: null, association: anEffect(2.2, 0.8) },
  drivers: [
    { driver: 'friendly', effect: anEffect(0.4, 1), clear: false },
    { driver: 'efficiency', effect: anEffect(2.4, 1.1), clear: true },
  ],
  beforeAfter: {
    ...{ before: 71.2, after: 75.3, change: 4.1, low: 2.9, high: 5.3, weeks: 13, units: 120, chosenLow: true },
    ...{ expected: 4.3, expectedLow: 3.1, expectedHigh: 5.5 },
    network: { change: 0.3, low: -0.1, high: 0.7 },
  },
  conventions: ['Errors of the effect: CR0 from the influence function, t with 39 degrees of freedom.'],
  ...changes,
});

/** Eight weeks before the start about zero, seven since it at one height, each 1.4 points either way. */
export function weeksSince(height: number): StudyFindings['weeksSince'] {
  return Array.from({ length: 15 }, (_, at) => {
    const week = at - 8;
    const estimate = week < 0 ? 0.3 * ((at % 3) - 1) : height;
    return { week, estimate, low: estimate - 1.4, high: estimate + 1.4, units: 120 - at, clusters: 40 };
  });
}

/** As it comes out of the database: what has no limit is null. */
export const asKept = (findings: StudyFindings): StudyFindings => JSON.parse(JSON.stringify(findings)) as StudyFindings;

/** Nobody is left to compare with. */
export const nobodyBeside = (changes: Partial<StudyFindings> = {}): StudyFindings =>
  someFindings({
    ...{ effect: null, weeksSince: [], leads: null, placebos: [], association: null, drivers: [] },
    panel: { ...PANEL_FACTS, untrained: 0, compared: 0, answersBeside: 0 },
    notEnough: { missing: [{ what: 'untrainedUnits', have: 0, need: 20 }], enoughOn: null },
    ...changes,
  });

/** Too young to tell: 12 trained units with 9.4 answers each. */
export const tooFewYet = (changes: Partial<StudyFindings> = {}): StudyFindings =>
  nobodyBeside({
    panel: { ...PANEL_FACTS, trained: 12, answersSince: 9.4 },
    notEnough: {
      missing: [
        { what: 'trainedUnits', have: 12, need: 20 },
        { what: 'answersSince', have: 9.4, need: 30 },
      ],
      enoughOn: '2027-04-05',
    },
    beforeAfter: null,
    ...changes,
  });
