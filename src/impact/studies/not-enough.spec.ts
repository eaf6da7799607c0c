import { describe, expect, it } from '@jest/globals';
import { type MadeUnit, madePanel } from '../../../test/support/study-panel.js';
import { notEnoughOf } from './not-enough.js';
import { clustersOf } from './panel-facts.js';
import { sidesOf } from './sides.js';

const FROM = '2026-01-05';
const TO = '2027-12-27';

/** So many units with the same answers in each of some weeks. */
function units(many: number, aWeek: number, weeks: number, start: number | null): MadeUnit[] {
  const said = Array.from({ length: weeks }, (_, week): [number, number, number] => [week, aWeek, aWeek]);
  return Array.from({ length: many }, () => ({ weeks: said, start }));
}

function missing(made: MadeUnit[], weeks: number, lot: number[] | null = null, to = TO) {
  const panel = madePanel(made, weeks);
  return notEnoughOf(panel, sidesOf(panel, clustersOf(panel, 'unit')), { from: FROM, to, lot });
}

describe('what is missing before an effect can be worked out', () => {
  it('is nothing with 20 units a side and 30 answers in each window', () => {
    expect(missing([...units(20, 3, 40, 20), ...units(20, 3, 40, null)], 40)).toBeNull();
  });

  it('is units of the side that has too few, which do not come by themselves', () => {
    expect(missing([...units(19, 5, 60, 10), ...units(40, 5, 60, null)], 60)).toEqual({
      missing: [{ what: 'trainedUnits', have: 19, need: 20 }],
      enoughOn: null,
    });
    expect(missing([...units(40, 5, 60, 30), ...units(7, 5, 60, null)], 60)?.missing).toEqual([
      { what: 'untrainedUnits', have: 7, need: 20 },
    ]);
  });

  it('counts units trained later among those to compare with', () => {
    expect(missing([...units(20, 5, 60, 20), ...units(20, 5, 60, 40)], 60)).toBeNull();
  });

  it('is answers since the start, and says on which Monday there will be enough', () => {
    // Two answers a week since week 50: 20 after ten weeks, 30 after five more, when 65 weeks are closed.
    const found = missing([...units(25, 2, 60, 50), ...units(40, 5, 60, null)], 60);
    expect(found?.missing).toEqual([{ what: 'answersSince', have: 20, need: 30 }]);
    expect(found?.enoughOn).toBe('2027-04-05');
  });

  it('is answers of those beside in the same weeks as well, and one day on which there will be enough of both', () => {
    const found = missing([...units(25, 2, 60, 50), ...units(40, 2, 60, null)], 60);
    expect(found?.missing.map(({ what }) => what)).toEqual(['answersSince', 'answersBeside']);
    expect(found?.enoughOn).toBe('2027-04-05');
  });

  it('has no date after the end of the study', () => {
    expect(missing([...units(25, 2, 60, 50), ...units(40, 5, 60, null)], 60, null, '2027-03-22')?.enoughOn).toBeNull();
  });

  it('is answers from before, which nobody can make up for', () => {
    const found = missing([...units(25, 1, 60, 20), ...units(40, 5, 60, null)], 60);
    expect(found?.missing.map(({ what }) => what)).toContain('answersBefore');
    expect(found?.enoughOn).toBeNull();
  });

  it('names units alone while nobody has started', () => {
    expect(missing(units(60, 5, 30, null), 30)).toEqual({
      missing: [{ what: 'trainedUnits', have: 0, need: 20 }],
      enoughOn: null,
    });
  });

  it('knows with a lot when units will start', () => {
    // The 20th starts in week 34; 30 answers at five a week take six more.
    const lot = [...Array<number>(15).fill(30), ...Array<number>(15).fill(34)];
    expect(missing(units(60, 5, 30, null), 30, lot)?.enoughOn).toBe('2026-10-12');
    expect(missing(units(60, 5, 30, null), 30, lot.slice(0, 19))?.enoughOn).toBeNull();
  });

  it('is everything when nobody has answered', () => {
    expect(missing([], 30)?.missing.map(({ what }) => what)).toEqual(['trainedUnits', 'untrainedUnits']);
  });
});
