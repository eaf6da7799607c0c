/**
 * Completion against scores across units: an association, grade C. Every unit with a score is a point, weighted by its
 * answers; the slope is read per ten points of completion. A second view sets the change in completion against the
 * change in score of the same units, which leaves out whatever makes a branch good all the time.
 */
import { FEWEST_FOR_A_SCORE } from '../feedback/metrics/score.js';
import { correlationInterval } from '../statistics/correlation-interval.js';
import type { Estimate } from '../statistics/interval.js';
import { weightedLine, type WeightedLine } from '../statistics/weighted.js';

/** Answers to the chosen metric in a window: `good` minus `bad` of `n` is the score. */
export interface Answers {
  n: number;
  good: number;
  bad: number;
}

/** How many of the people × courses were completed by a day. */
interface Held {
  wanted: number;
  done: number;
}

export interface UnitFacts {
  unitId: number;
  /** Null unless the unit lies in the reader's reach. */
  name: string | null;
  code: string | null;
  now: { answers: Answers; held: Held };
  before: { answers: Answers; held: Held };
}

export interface LinkPoint {
  name: string | null;
  code: string | null;
  /** Completion in per cent, or its change in points. */
  x: number;
  /** The score in points, or its change. */
  y: number;
  weight: number;
  answers: number;
}

export interface Link {
  points: LinkPoint[];
  answers: number;
  /** Units with people and some answers, but under ten in a window. */
  tooFew: number;
  /** Null under twenty units, or when completion or score is the same everywhere. */
  correlation: Estimate | null;
  line: WeightedLine | null;
  enough: boolean;
}

export const FEWEST_UNITS = 20;

/** Units as they stand: completion before the window, score in it. */
export function linkNow(units: readonly UnitFacts[]): Link {
  const staffed = units.filter(({ now }) => now.held.wanted > 0 && now.answers.n > 0);
  const scored = staffed.filter(({ now }) => now.answers.n >= FEWEST_FOR_A_SCORE);
  const points = scored.map(({ name, code, now }) => ({
    name,
    code,
    x: percentHeld(now.held),
    y: scoreOf(now.answers),
    weight: now.answers.n,
    answers: now.answers.n,
  }));
  return linkOf(points, staffed.length - scored.length);
}

/**
 * The same units, this window against the one before. A change rests on both sides, so its weight is that of the
 * difference of two scores: n1 n2 / (n1 + n2).
 */
export function linkOfChanges(units: readonly UnitFacts[]): Link {
  const staffed = units.filter(({ now, before }) => {
    return now.held.wanted > 0 && before.held.wanted > 0 && now.answers.n > 0 && before.answers.n > 0;
  });
  const scored = staffed.filter(({ now, before }) => Math.min(now.answers.n, before.answers.n) >= FEWEST_FOR_A_SCORE);
  const points = scored.map(({ name, code, now, before }) => ({
    name,
    code,
    x: percentHeld(now.held) - percentHeld(before.held),
    y: scoreOf(now.answers) - scoreOf(before.answers),
    weight: (now.answers.n * before.answers.n) / (now.answers.n + before.answers.n),
    answers: now.answers.n + before.answers.n,
  }));
  return linkOf(points, staffed.length - scored.length);
}

function linkOf(points: LinkPoint[], tooFew: number): Link {
  const enough = points.length >= FEWEST_UNITS;
  return {
    points,
    answers: points.reduce((sum, point) => sum + point.answers, 0),
    tooFew,
    enough,
    correlation: enough ? correlationInterval(points) : null,
    line: enough ? weightedLine(points) : null,
  };
}

const percentHeld = ({ wanted, done }: Held) => (100 * done) / wanted;
const scoreOf = ({ n, good, bad }: Answers) => (100 * (good - bad)) / n;
