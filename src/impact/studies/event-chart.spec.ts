import { describe, expect, it } from '@jest/globals';
import {
  anEffect,
  aRegisteredStudy,
  nobodyBeside,
  someFindings,
  weeksSince,
} from '../../../test/factories/study-findings.js';
import { inLanguage } from '../../platform/language/language.js';
import { eventCaption, eventChart } from './event-chart.js';
import type { StudyFindings, WeekSince } from './findings.js';
import { judged } from './judged.js';
import type { Study } from './study.js';

const MOVED = { method: 'f', statistic: 5, weeks: 8, clusters: 320, p: 0.001 } as const;
const result = (findings: StudyFindings, study: Partial<Study> = {}) =>
  judged(aRegisteredStudy(study), { findings, closedTo: '2027-02-01', looks: 1 });
const said = (changes: Partial<StudyFindings>) => eventCaption(result(someFindings(changes)));

/** Weeks since the start with one of them changed. */
const but = (week: number, change: Partial<WeekSince>, height = 2.7) =>
  weeksSince(height).map((one) => (one.week === week ? { ...one, ...change } : one));
const fallen = { effect: anEffect(-2.7, 0.9), weeksSince: weeksSince(-2.7) };
const zero = { estimate: 0.2, low: -1.2, high: 1.6 };

describe('the caption of the weeks around the training', () => {
  it.each<[string, string, Partial<StudyFindings>]>([
    ['The lift shows up in the week of training and holds', 'from the first week on', {}],
    ['The lift shows up in the week after training and holds', 'a week later', { weeksSince: but(0, zero) }],
    ['The fall shows up in the week of training and lasts', 'lower scores', fallen],
    [
      'Difference by week',
      'later than that',
      { weeksSince: but(0, zero).map((one) => (one.week === 1 ? { ...one, ...zero } : one)) },
    ],
    [
      'Difference by week',
      'one week points the other way',
      { weeksSince: but(3, { estimate: -0.1, low: -3, high: 2.8 }) },
    ],
    ['Difference by week', 'one week does not fit', { weeksSince: but(3, { estimate: 6, low: 5, high: 7 }) }],
    ['Difference by week', 'a week before was different', { weeksSince: but(-2, { estimate: 2, low: 1, high: 3 }) }],
    ['Difference by week', 'too few weeks', { weeksSince: weeksSince(2.7).filter(({ week }) => week < 3) }],
    ['Difference by week', 'no clear change', { effect: anEffect(0.2, 1) }],
    ['Difference by week', 'only an association', { leads: null }],
    ['Scores were moving before the training', 'they were', { leads: MOVED }],
    [
      'Difference by week, before the training',
      'something shows where nothing had happened',
      { placebos: [{ weeks: 13, effect: anEffect(2, 1) }] },
    ],
  ])('%s: %s', (caption, _, changes) => {
    expect(said(changes)).toBe(caption);
  });
});

describe('the chart of the weeks around the training', () => {
  const html = (changes: Partial<StudyFindings> = {}, study: Partial<Study> = {}) =>
    eventChart(result(someFindings(changes), study))?.toString() ?? null;

  it('shows every week in both widths and in the table, with the units it stands on', () => {
    const chart = html()!;
    expect(chart.match(/c-post-dot/g)).toHaveLength(14);
    expect(chart.match(/c-pre-dot/g)).toHaveLength(16);
    expect(chart).not.toContain('c-ref');
    expect(chart.match(/<th scope="row"/g)).toHaveLength(15);
    expect(chart).toContain('Branches</th>');
    expect(chart).toMatch(/\+3<\/th><td[^>]*>\+2\.7<\/td><td[^>]*>\+1\.3 to \+4\.1<\/td><td[^>]*>109</);
  });

  it('says what each side is set beside', () => {
    expect(html()).toContain('beside weeks more than 12 before it, and branches not trained yet');
    expect(html({}, { kinds: ['paymentPoint'] })).toContain(
      'beside what payment points not trained yet lead one to expect',
    );
    expect(html({ weeksSince: weeksSince(1).filter(({ week }) => week >= 0) })).not.toContain('squares');
  });

  it('draws nothing after the training where the headline is withheld', () => {
    const chart = html({ leads: MOVED })!;
    expect(chart).not.toMatch(/c-post|dots|\+2\.7/);
    expect(chart.match(/c-pre-dot/g)).toHaveLength(16);
  });

  it('says so when few areas make single weeks look surer than they are', () => {
    const few = { byLot: true, effect: anEffect(2.7, 0.9, { clusters: 8 }) };
    const permutation = { estimate: 2.6, low: 1.4, high: 3.8, draws: 999, p: 0.004 };
    expect(html({ ...few, permutation })).toContain('may be too narrow');
    expect(html()).not.toContain('may be too narrow');
  });

  it('says so where weeks of too few areas are not drawn, and not where there are none', () => {
    const NOTE = 'Weeks in which fewer than 30 areas took part are not drawn';
    const every = [...weeksSince(2.7), ...weeksSince(2.7)].map((one, at) => ({ ...one, week: at - 12 }));
    const panel = { ...someFindings().panel, firstStart: '2026-10-05' };
    expect(html({ weeksSince: every, panel })).not.toContain(NOTE);
    expect(html({ weeksSince: every.slice(1), panel })).toContain(NOTE);
    expect(html({ weeksSince: every.slice(0, -5), panel })).toContain(NOTE);
    expect(html({ weeksSince: every, panel }, { clusterLevel: 'unit' })).not.toContain(NOTE);
    expect(html({ weeksSince: every.slice(2), panel }, { clusterLevel: 'unit' })).toContain('fewer than 30 branches');
  });

  it('is not drawn without weeks, or without anything to compare with', () => {
    expect(html({ weeksSince: [] })).toBeNull();
    expect(eventChart(result(nobodyBeside()))).toBeNull();
  });

  it('is in Welsh for who reads Welsh', () => {
    const welsh = inLanguage('cy', () => html()!);
    expect(welsh).toContain('Mae’r codiad i’w weld yn wythnos yr hyfforddiant ac yn dal');
    expect(welsh).not.toMatch(/training|branch|Difference|points</);
  });
});
