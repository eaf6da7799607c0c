import { describe, expect, it } from '@jest/globals';
import { VERDICTS } from '../../../test/impact/study-rows.js';
import { aRegisteredStudy, anEffect, asKept, someFindings } from '../../../test/factories/study-findings.js';
import type { StudyFindings } from './findings.js';
import { judged } from './judged.js';
import { resultColumns, resultFigures } from './study-csv.js';

const figures = (findings: StudyFindings) =>
  resultFigures(judged(aRegisteredStudy(), { findings: asKept(findings), closedTo: '2027-02-01', looks: 1 }));

const partsOf = (findings: StudyFindings) => [...new Set(figures(findings).map(({ part }) => part))];

describe('a result as a table holds', () => {
  it('the effect with its interval and grade, each week, the checks, and the plain scores as grade D', () => {
    const rows = figures(someFindings());
    expect(rows[0]).toMatchObject({
      ...{ part: 'Effect, errors by cluster', outcome: 'Ease', week: null, clusters: 40 },
      grade: 'Grade B, not by lot, but the checks pass',
    });
    expect([rows[0]!.estimate, rows[0]!.low, rows[0]!.high].map((value) => value?.toFixed(1))).toEqual([
      ...['2.7', '1.8', '3.6'],
    ]);
    expect(rows.filter(({ part }) => part === 'Week by week').map(({ week }) => week)).toEqual([
      ...[-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6],
    ]);
    expect(rows.find(({ part }) => part === 'Two-way fixed effects')?.grade).toBe('Grade C, association');
    expect(rows.filter(({ grade }) => grade === 'Grade D, before and after only').map(({ part }) => part)).toEqual([
      ...['After minus before', 'Rise to be expected without any training', 'What all units did meanwhile'],
    ]);
  });

  it('no number after the training where the headline is withheld, nor six others', () => {
    const rows = figures(VERDICTS.withheld);
    expect(rows.every(({ week }) => week === null || week < 0)).toBe(true);
    expect(partsOf(VERDICTS.withheld)).toEqual([
      ...['Week by week', 'Whether scores moved before the training', 'Start moved back 13 weeks'],
      ...['Start moved back 26 weeks', 'Without the four weeks before the training', 'Beside units that scored alike'],
      ...['After minus before', 'Rise to be expected without any training', 'What all units did meanwhile'],
    ]);
  });

  it('what there is where there is not enough', () => {
    expect(partsOf(VERDICTS.notEnough)).not.toContain('Effect, errors by cluster');
    expect(figures(VERDICTS.notEnough).every(({ grade }) => /No grade yet|Grade D/.test(grade))).toBe(true);
  });

  it('an empty cell where the lots set no limit', () => {
    const permutation = { estimate: 2, low: -Infinity, high: 4.00004, draws: 999, p: 0.04 };
    const row = figures(someFindings({ byLot: true, permutation, effect: anEffect(2, 1, { clusters: 12 }) })).find(
      ({ part }) => part === 'Effect, among draws of the lot',
    )!;
    const cells = Object.fromEntries(resultColumns().map(({ heading, of }) => [heading, of(row)]));
    expect(cells).toMatchObject({ '95% range from': null, '95% range to': 4, 'Standard error': null, p: 0.04 });
  });
});
