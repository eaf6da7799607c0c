/** "Read with care" beside a themed week: what speaks against leaning on its figures, one sentence each, the weightiest first. */
import type { IsoDate } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
import { excludesZero } from '../../statistics/interval.js';
import { LEAST_CLUSTERS } from '../../statistics/panel/imputation.js';
import { sayPoints } from './result-words.js';
import type { ThemedWeekResult } from './themed-week.js';

export interface CautionFacts {
  result: ThemedWeekResult;
  /** Whether the week was for some places only. */
  chosenPlaces: boolean;
  /** Titles of other campaigns on its days. */
  alongside: readonly string[];
  /** Bank holidays of any nation in it. */
  holidays: readonly IsoDate[];
  /** How many of the weeks beside it hold one. */
  holidayNeighbours: number;
}

export function weekCautions(facts: CautionFacts): string[] {
  const { result, chosenPlaces, alongside, holidays, holidayNeighbours } = facts;
  const { ease, areas } = result;
  const mix = ease?.others.mix;
  return [
    ...(chosenPlaces ? [t(CHOSEN), t(REBOUND)] : [t(EVERYBODY)]),
    ...(alongside.length > 0 ? [t(ALONGSIDE, { campaigns: alongside.join(', ') })] : []),
    ...(holidays.length > 0 ? [t(HOLIDAYS, { days: holidays.map((day) => sayDate(day)).join(', ') })] : []),
    ...(holidayNeighbours > 0 ? [t(HOLIDAYS_BESIDE, { n: holidayNeighbours })] : []),
    ...(mix && excludesZero(mix) ? [t(MIX, { mix: sayPoints(mix) })] : []),
    t(OTHER_CUSTOMERS),
    ...(areas < LEAST_CLUSTERS ? [t(FEW_AREAS, { n: areas })] : []),
    t(SHORT),
  ];
}

const EVERYBODY = msg(
  'Everyone took part at the same time, so nobody is left to compare with: whatever else changed in the week is in the figures too.',
);
const CHOSEN = msg(
  'The week was for some places only, and these are the answers of the whole network. Places with and without it are not compared here.',
);
const REBOUND = msg('If its places were chosen for low scores, part of any rise would have come by itself.');
const ALONGSIDE = msg('On the same days ran: {campaigns}. What each did cannot be told apart.');
const HOLIDAYS = msg(
  'A bank holiday lay in the week, in at least one nation ({days}): with fewer counters open, fewer customers can answer.',
);
const HOLIDAYS_BESIDE = msg(
  '{n, plural, one {# of the weeks beside it holds} other {# of the weeks beside it hold}} a bank holiday, which may make their average smaller.',
);
const MIX = msg('Other branches answered than usual: {mix} of the change in ease come from that.');
const OTHER_CUSTOMERS = msg(
  'More answers can mean other customers: nobody knows whether the same people were happier.',
);
const FEW_AREAS = msg(
  '{n, plural, one {Answers of # area} other {Answers of # areas}} are few to reckon a range from: take it as rough.',
);
const SHORT = msg('A week is short; look at the months after it too.');
