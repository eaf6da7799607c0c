import { describe, expect, it } from '@jest/globals';
import { weekCautions } from './week-cautions.js';
import { change, week2026 } from '../../../test/impact/week-2026.js';

const usual = { result: week2026, chosenPlaces: false, alongside: [], holidays: [], holidayNeighbours: 0 };
const otherBranches = {
  ...week2026,
  ease: { ...week2026.ease!, others: { ...week2026.ease!.others, mix: change(0.01, 0.002) } },
};

describe('what to read with care beside a themed week', () => {
  it('says first that nobody is left to compare with, and always that customers and weeks differ', () => {
    expect(weekCautions(usual)).toEqual([
      expect.stringContaining('nobody is left to compare with'),
      expect.stringContaining('More answers can mean other customers'),
      expect.stringContaining('A week is short'),
    ]);
  });

  it.each([
    [{ chosenPlaces: true }, 'If its places were chosen for low scores'],
    [{ alongside: ['Queues', 'Safety'] }, 'On the same days ran: Queues, Safety.'],
    [{ holidays: ['2026-05-04'] }, 'A bank holiday lay in the week, in at least one nation (Monday 4 May)'],
    [{ holidayNeighbours: 2 }, '2 of the weeks beside it hold a bank holiday'],
    [{ result: otherBranches }, 'Other branches answered than usual: +1.0 points (95% range +0.8 to +1.2)'],
    [{ result: { ...week2026, areas: 4 } }, 'Answers of 4 areas are few'],
  ])('%j', (facts, sentence) => {
    expect(weekCautions({ ...usual, ...facts }).join(' ')).toContain(sentence);
    expect(weekCautions(usual).join(' ')).not.toContain(sentence);
  });
});
