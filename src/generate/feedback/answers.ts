import { type Driver, DRIVERS } from '../../platform/drivers.js';
import type { Chance } from '../chance.js';
import { comment } from './comments.js';

/** What the customers of one unit have to say in one week. */
export interface UnitWeek {
  /** How many answer, and how many of those rate ease 4 or 5. */
  responses: number;
  easeTop: number;
  /** For each driver in the order of DRIVERS: log-odds of an answer of 4 or 5, before it is known how easy it was. */
  driverOdds: readonly number[];
  /** What a story makes unhappy customers say, or null for something else. */
  grievance?: (chance: Chance) => string | null;
}

/** One customer's answers; null stands for a question that was skipped. */
export interface Answer {
  /** Day of the week, 0 for Monday. */
  day: number;
  /** Seconds after nine in the morning. */
  second: number;
  ease: number | null;
  /** +2 delighted to -2 irritated. */
  emotion: number | null;
  /** 1 to 5 in the order of DRIVERS. */
  drivers: (number | null)[];
  comment: string | null;
}

/** Chances of delighted, satisfied, neutral, disappointed, irritated for each ease answer from 1 to 5. */
const EMOTIONS = [
  [0.5, 3, 11, 30, 55],
  [1, 8, 25, 41, 25],
  [5, 25, 45, 18, 7],
  [25, 50, 20, 4, 1],
  [62, 30, 6, 1.5, 0.5],
];
const TOP_EASE = [45, 55];
const LOW_EASE = [15, 25, 60];
const TOP_DRIVER = [48, 52];
const LOW_DRIVER = [12, 23, 65];
/** Monday to Saturday in opening hours; Sundays by phone and online. */
const DAYS = [18, 17, 17, 17, 19, 11, 1];
const OPEN_SECONDS = 8.5 * 3600;

const ANSWERED = { emotion: 0.97, driver: 0.78 };
const COMMENTED = { happy: 0.1, unhappy: 0.3 };

/** How a driver is rated when the visit was easy, and when it was not, in log-odds. */
export const DRIVER_WHEN = { easy: 0.55, hard: -1.6 };

/** One unit's answers in one week, one at a time; `skipsEase` is the share that leaves the question of ease out. */
export function* answersOf(chance: Chance, week: UnitWeek, skipsEase: number): Generator<Answer> {
  const easy = week.driverOdds.map((odds) => shareOf(odds + DRIVER_WHEN.easy));
  const hard = week.driverOdds.map((odds) => shareOf(odds + DRIVER_WHEN.hard));
  let topsLeft = week.easeTop;
  for (let left = week.responses; left > 0; left -= 1) {
    const top = chance.share() * left < topsLeft;
    if (top) topsLeft -= 1;
    yield answer(chance, top, top ? easy : hard, week.grievance, skipsEase);
  }
}

/** `shares` holds the chance of a good answer about each driver. */
function answer(
  chance: Chance,
  top: boolean,
  shares: readonly number[],
  grievance: UnitWeek['grievance'],
  skipsEase: number,
): Answer {
  const ease = top ? 4 + chance.weighted(TOP_EASE) : 1 + chance.weighted(LOW_EASE);
  const drivers: Answer['drivers'] = [];
  for (const share of shares) drivers.push(driverAnswer(chance, share));
  const day = chance.weighted(DAYS);
  const second = chance.between(0, OPEN_SECONDS);
  const emotion = chance.happens(ANSWERED.emotion) ? 2 - chance.weighted(EMOTIONS[ease - 1]!) : null;
  const said = fits(emotion, top) ? words(chance, top, drivers, grievance) : null;
  return {
    day,
    second,
    ease: skipsEase > 0 && chance.happens(skipsEase) ? null : ease,
    emotion,
    drivers,
    comment: said,
  };
}

function driverAnswer(chance: Chance, share: number): number | null {
  if (!chance.happens(ANSWERED.driver)) return null;
  return chance.happens(share) ? 4 + chance.weighted(TOP_DRIVER) : 1 + chance.weighted(LOW_DRIVER);
}

/** The share that goes with log-odds. */
export function shareOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function words(
  chance: Chance,
  top: boolean,
  drivers: (number | null)[],
  grievance: UnitWeek['grievance'],
): string | null {
  if (!chance.happens(top ? COMMENTED.happy : COMMENTED.unhappy)) return null;
  const told = top ? null : (grievance?.(chance) ?? null);
  return told ?? comment(chance, about(chance, drivers, top), top ? 'praise' : 'complaint');
}

/** Nobody is delighted and writes a complaint, or irritated and writes praise: such an answer has no comment. */
function fits(emotion: number | null, top: boolean): boolean {
  return emotion === null || (top ? emotion >= 0 : emotion <= 0);
}

/** The driver a customer writes about: one they rated highest, or lowest when it went wrong. */
function about(chance: Chance, drivers: (number | null)[], top: boolean): Driver {
  const rated = drivers.flatMap((score, index) => (score === null ? [] : [{ score, driver: DRIVERS[index]! }]));
  if (rated.length === 0) return chance.pick(DRIVERS);
  const extreme = (top ? Math.max : Math.min)(...rated.map(({ score }) => score));
  return chance.pick(rated.filter(({ score }) => score === extreme)).driver;
}
