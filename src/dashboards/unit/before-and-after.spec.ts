import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { someCounts } from '../../../test/factories/customer-counts.js';
import { addDays, mondayOf } from '../../platform/dates.js';
import { linksToAnswers } from '../number-links.js';
import { besideEachOther } from './before-and-after.js';
import { byWeek, type ChangeMade, nothingAlone, trainingChanges } from './changes-made.js';
import { comparisonBox, NEITHER_ALONE } from './comparison.presenter.js';

const training: ChangeMade = { kind: 'training', on: '2027-02-11', words: 'Put it right first time' };
const action: ChangeMade = { kind: 'action', on: '2027-02-12', words: 'Referral list put right' };
const LAST = '2027-02-22';
const links = linksToAnswers('021047', { from: LAST, to: LAST }, { responses: true, team: false });

/** Four weeks at 68 up to 1 February, the week of the change, then two at 81. */
const series = [
  ...['2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01'].map((week, i) => ({
    week,
    counts: someCounts(45, i < 2 ? 31 : 30),
  })),
  { week: '2027-02-08', counts: someCounts(45, 1) },
  { week: '2027-02-15', counts: someCounts(45, 37) },
  { week: '2027-02-22', counts: someCounts(45, 36) },
];

type Asked = Parameters<typeof besideEachOther>;
const beforeAndAfter = (changes: Asked[1], series: Asked[2], lastWeek: Asked[3]) =>
  besideEachOther(null, changes, series, lastWeek).boxes;

describe('before and since a change', () => {
  const [box] = beforeAndAfter([training, action], series, LAST);

  it('compares four closed weeks with the closed weeks since, and leaves the week of the change out', () => {
    expect(box).toMatchObject({
      before: { from: '2027-01-11', to: '2027-02-01', ease: { n: 180, top: 122 } },
      since: { from: '2027-02-15', to: '2027-02-22', ease: { n: 90, top: 73 } },
      difference: { mark: 'up' },
    });
    expect(box?.difference?.value).toBeCloseTo(13.3, 1);
  });

  it('credits neither alone when training and another change came together, and says so', () => {
    expect(box?.nothingAlone).toBe(true);
    expect(comparisonBox(box!, links)).toMatchObject({
      title: 'Training: ‘Put it right first time’. Referral list put right',
      when: '11 February 2027 to 12 February 2027',
      before: {
        value: '67.8',
        path: '/feedback/responses?unit=021047&from=2027-01-11&to=2027-02-01',
        detail: '60.6 to 74.2, on 180 answers',
        weeks: '4 weeks to Sunday 7 February 2027',
      },
      since: {
        value: '81.1',
        path: '/feedback/responses?unit=021047&from=2027-02-15&to=2027-02-22',
        weeks: '2 weeks to Sunday 28 February 2027',
      },
      verdict: expect.stringMatching(/^Up 13\.3 points \(95% interval \+2\.\d to \+2\d\.\d\)\.$/),
      alone: NEITHER_ALONE,
      grade: expect.stringContaining('grade D'),
    });
  });

  it('says so as well when they fell in neighbouring weeks, and not when they are further apart', () => {
    const soon = { ...action, on: '2027-03-11' };
    expect(beforeAndAfter([training, soon], series, LAST).map((one) => one.nothingAlone)).toEqual([true, true]);
    expect(nothingAlone([training], [training, { ...soon, on: '2027-03-12' }])).toBe(false);
    expect(nothingAlone([training], [training, { ...training, kind: 'lesson' }])).toBe(false);
    expect(nothingAlone([action], [action])).toBe(false);
  });

  it('names full courses and counts the lessons of theme days', () => {
    const lesson = { ...training, kind: 'lesson' as const };
    const [week] = beforeAndAfter([training, { ...lesson, words: 'A' }, { ...lesson, words: 'B' }], series, LAST);
    expect(comparisonBox(week!, links).title).toBe('Training: ‘Put it right first time’ and 2 theme-day lessons');
  });

  it('waits until a whole week after it has closed', () => {
    const [early] = beforeAndAfter([training], series, '2027-02-08');
    expect(comparisonBox(early!, links)).toMatchObject({
      since: null,
      verdict: null,
      waiting: expect.stringMatching(/not closed yet/),
    });
  });

  it('looks at thirteen weeks since at most', () => {
    const [old] = beforeAndAfter([{ ...training, on: '2026-02-10' }], [], LAST);
    expect(old?.since).toMatchObject({ from: '2026-02-16', to: '2026-05-11' });
  });

  it('has no verdict on too few answers', () => {
    const few = series.map(({ week }) => ({ week, counts: someCounts(2, 1) }));
    expect(comparisonBox(beforeAndAfter([action], few, LAST)[0]!, links)).toMatchObject({
      verdict: null,
      before: { value: '–', detail: 'Too few yet: 8 answers' },
    });
  });
});

describe('what counts as a change', () => {
  const finish = (on: string, courseId = 1) => ({ courseId, title: `Course ${courseId}`, lesson: courseId > 2, on });

  it('is training that three colleagues finished within four weeks of the first', () => {
    const finishes = [finish('2027-02-11'), finish('2027-02-18'), finish('2027-03-10'), finish('2027-02-12', 2)];
    expect(trainingChanges(finishes, 9)).toEqual([{ kind: 'training', on: '2027-02-11', words: 'Course 1' }]);
    expect(trainingChanges(finishes.slice(0, 2), 9)).toEqual([]);
    expect(trainingChanges([finish('2027-02-11', 3)], 1)).toMatchObject([{ kind: 'lesson' }]);
  });

  it('is training that half of a smaller team finished', () => {
    expect(trainingChanges([finish('2027-02-11')], 2)).toHaveLength(1);
    expect(trainingChanges([finish('2027-02-11')], 3)).toHaveLength(0);
  });

  it('goes together with the other changes of its week', () => {
    const late = { ...action, on: '2027-02-15' };
    expect(byWeek([late, action, training])).toEqual([[training, action], [late]]);
    expect(byWeek([])).toEqual([]);
  });

  it('never falls out of its week or into two', () => {
    const some = fc.array(fc.nat(400).map((days) => ({ ...action, on: addDays('2026-01-01', days) })));
    fc.assert(
      fc.property(some, (changes) => {
        const groups = byWeek(changes);
        expect(groups.flat()).toHaveLength(changes.length);
        for (const group of groups) expect(new Set(group.map(({ on }) => mondayOf(on))).size).toBe(1);
      }),
    );
  });
});
