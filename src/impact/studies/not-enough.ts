/**
 * Whether a study's panel holds enough for an effect, what is missing when it does not, and when it will be there. The rule is
 * that of first-enough.ts; here its sides are counted in the panel: trained units in their own windows of 26 weeks before and since
 * their start, and units to compare with in the same weeks around the first start.
 */
import { addDays, type IsoDate } from '../../platform/dates.js';
import {
  type Enough,
  FEWEST_ANSWERS,
  FEWEST_UNITS,
  firstEnough,
  PACE_WEEKS,
  type Missing as MissingThing,
  type WindowSoFar,
} from '../../statistics/first-enough.js';
import type { StudyPanel } from '../panel/study-panel.js';
import type { Missing, NotEnough } from './findings.js';
import { answersIn, isCompared, isTrained, type Sides, WINDOW_WEEKS } from './sides.js';

export interface Ahead {
  /** Mondays of the study's first and last week. */
  from: IsoDate;
  to: IsoDate;
  /** With a lot: the places of the weeks in which its units start, also of those that are still to come. */
  lot: readonly number[] | null;
}

/** Null when there is enough. */
export function notEnoughOf(study: StudyPanel, sides: Sides, ahead: Ahead): NotEnough | null {
  const enough = enoughOf(study, sides);
  if (enough.missing.length === 0) return null;
  // Before anybody is trained, nothing can be said of windows that hang on the start.
  const shown = sides.trained === 0 ? enough.missing.filter(({ what }) => what === 'units') : enough.missing;
  const week = ahead.lot === null ? enough.week : (enough.week ?? weekOfLot(study, ahead.lot));
  const on = week === null ? null : addDays(ahead.from, 7 * week);
  return { missing: merged(shown), enoughOn: on !== null && on <= addDays(ahead.to, 7) ? on : null };
}

function enoughOf(study: StudyPanel, { trained, compared, starts }: Sides): Enough {
  const { times } = study.panel;
  const first = starts[0] ?? times;
  const isTreated: Chosen = (start, unit) => isTrained(study.panel, start, unit);
  const isBeside: Chosen = (start, unit) => isCompared(study.panel, start, unit, first);
  const around = (start: number) => ({ from: start, to: start + WINDOW_WEEKS });
  return firstEnough(times, {
    treated: {
      units: trained,
      joined: count(study, (start, unit) => isTreated(start, unit) && start >= times - PACE_WEEKS),
      before: past(study, isTreated, (start) => start),
      after: open(study, isTreated, around, times - first),
    },
    comparison: {
      units: compared,
      joined: 0,
      before: past(study, isBeside, () => first),
      after: open(
        study,
        isBeside,
        // Whoever has not started by the last week goes on being compared with.
        (start) => ({ from: first, to: Math.min(start < times ? start : Infinity, first + WINDOW_WEEKS) }),
        times - first,
      ),
    },
  });
}

type Chosen = (start: number, unit: number) => boolean;

/** The windows before starts, which are over. */
function past(study: StudyPanel, chosen: Chosen, startOf: (start: number) => number): WindowSoFar {
  const answers = sum(study, chosen, (start) => ({ from: startOf(start) - WINDOW_WEEKS, to: startOf(start) }));
  return { answers, weeks: WINDOW_WEEKS, recent: 0 };
}

/** The windows since starts, which may still fill. */
function open(study: StudyPanel, chosen: Chosen, around: (start: number) => Stretch, weeks: number): WindowSoFar {
  const { times } = study.panel;
  const lately = (start: number) => {
    const { from, to } = around(start);
    return { from: Math.max(from, times - PACE_WEEKS), to: to > times ? to : from };
  };
  return { answers: sum(study, chosen, around), weeks, recent: sum(study, chosen, lately) };
}

/** Places of weeks, from the first up to, not including, the last. */
interface Stretch {
  from: number;
  to: number;
}

function sum({ panel, answers, start }: StudyPanel, chosen: Chosen, stretch: (start: number) => Stretch): number {
  let total = 0;
  for (let unit = 0; unit < panel.units; unit += 1) {
    if (!chosen(start[unit]!, unit)) continue;
    const { from, to } = stretch(start[unit]!);
    total += answersIn(panel, answers, unit, from, to);
  }
  return total;
}

const count = ({ start }: StudyPanel, chosen: Chosen): number =>
  start.reduce((many, one, unit) => (chosen(one, unit) ? many + 1 : many), 0);

/**
 * With a lot it is known when units start: the week since the first one by whose end 20 of them have had the weeks that 30 answers
 * take, at the pace of the last 13 weeks. Null when fewer than 20 ever start, or nobody answers.
 */
function weekOfLot({ panel, answers }: StudyPanel, starts: readonly number[]): number | null {
  const twentieth = [...starts].sort((a, b) => a - b)[FEWEST_UNITS - 1];
  let recent = 0;
  for (let unit = 0; unit < panel.units; unit += 1)
    recent += answersIn(panel, answers, unit, panel.times - PACE_WEEKS, panel.times);
  if (twentieth === undefined || recent === 0) return null;
  const aWeek = recent / panel.units / Math.min(PACE_WEEKS, panel.times);
  return Math.max(panel.times, twentieth + Math.ceil(FEWEST_ANSWERS / aWeek));
}

const NAMES = {
  treated: { units: 'trainedUnits', before: 'answersBefore', after: 'answersSince' },
  comparison: { units: 'untrainedUnits', before: 'answersBeside', after: 'answersBeside' },
} as const;

/** One thing is named once: of the answers beside, the window that has fewer. */
function merged(missing: readonly MissingThing[]): Missing[] {
  const things = new Map<Missing['what'], Missing>();
  for (const { side, what, has, needs } of missing) {
    const name = NAMES[side][what];
    const known = things.get(name);
    if (known === undefined || has < known.have) things.set(name, { what: name, have: has, need: needs });
  }
  return [...things.values()];
}
