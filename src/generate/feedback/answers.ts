import { addDays, type IsoDate, startOfLondonDay } from '../platform/dates.js';
import { type Driver, DRIVERS } from '../platform/drivers.js';
import type { Chance } from '../generate/chance.js';
import { comment, sentElsewhere } from './comments.js';
import type { PlannedWeek } from './ease-plan.js';
import type { PlannedUnit } from './network-plan.js';
import { ASHBRIDGE } from './stories.js';

export interface PlannedResponse {
  unitCode: string;
  answeredAt: Date;
  week: IsoDate;
  ease: number;
  /** +2 delighted to -2 irritated, null when the question was skipped. */
  emotion: number | null;
  /** 1 to 5 in the order of DRIVERS, null when skipped. */
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

/** One unit's answers in one week, one at a time. */
export function* unitResponses(
  chance: Chance,
  unit: PlannedUnit,
  leaning: Record<Driver, number>,
  { week }: PlannedWeek,
  n: number,
  easeTop: number,
): Generator<PlannedResponse> {
  const tops = chance.shuffle(Array.from({ length: n }, (_, index) => index < easeTop));
  const slump = inSlump(unit, week);
  for (const top of tops) {
    const ease = top ? 4 + chance.weighted(TOP_EASE) : 1 + chance.weighted(LOW_EASE);
    const drivers = DRIVERS.map((driver) =>
      driverAnswer(chance, unit, leaning[driver], top, slump && driver === 'expectations'),
    );
    const answeredAt = moment(chance, week);
    const emotion = chance.happens(0.97) ? 2 - chance.weighted(EMOTIONS[ease - 1]!) : null;
    const said = words(chance, top, drivers, slump);
    yield {
      unitCode: unit.code,
      answeredAt,
      week,
      ease,
      emotion,
      drivers,
      comment: fits(emotion, top) ? said : null,
    };
  }
}

/** How far each driver of a unit leans from its general level, on the log-odds scale. */
export function driverLeaning(chance: Chance): Record<Driver, number> {
  const lean = () => 0.22 * chance.normal();
  return {
    friendly: 0.25 + lean(),
    professional: 0.15 + lean(),
    knowledge: lean(),
    understanding: lean(),
    efficiency: -0.2 + lean(),
    expectations: -0.1 + lean(),
  };
}

function inSlump(unit: PlannedUnit, week: IsoDate): boolean {
  const { from, weeks } = ASHBRIDGE.slump;
  return unit.code === ASHBRIDGE.code && week >= from && week < addDays(from, 7 * (weeks + 1));
}

function driverAnswer(chance: Chance, unit: PlannedUnit, leaning: number, top: boolean, slump: boolean): number | null {
  if (!chance.happens(0.78)) return null;
  const odds = 1.3 + 0.3 * unit.quality + leaning + (top ? 0.55 : -1.6) - (slump ? 2 : 0);
  return chance.happens(1 / (1 + Math.exp(-odds))) ? 4 + chance.weighted(TOP_DRIVER) : 1 + chance.weighted(LOW_DRIVER);
}

function words(chance: Chance, top: boolean, drivers: (number | null)[], slump: boolean): string | null {
  if (!chance.happens(top ? 0.1 : 0.3)) return null;
  if (slump && !top && chance.happens(0.75)) return sentElsewhere(chance);
  return comment(chance, about(chance, drivers, top), top ? 'praise' : 'complaint');
}

/** Nobody is delighted and writes a complaint, or irritated and writes praise: such an answer has no comment. */
function fits(emotion: number | null, top: boolean): boolean {
  return emotion === null || (top ? emotion >= 0 : emotion <= 0);
}

/** The driver a customer writes about: one they rated highest, or lowest when it went wrong. */
function about(chance: Chance, drivers: (number | null)[], top: boolean): Driver {
  const rated = drivers.flatMap((answer, index) => (answer === null ? [] : [{ answer, driver: DRIVERS[index]! }]));
  if (rated.length === 0) return chance.pick(DRIVERS);
  const extreme = (top ? Math.max : Math.min)(...rated.map(({ answer }) => answer));
  return chance.pick(rated.filter(({ answer }) => answer === extreme)).driver;
}

/** Monday to Saturday in opening hours; Sundays by phone and online. */
function moment(chance: Chance, week: IsoDate): Date {
  const day = chance.weighted([18, 17, 17, 17, 19, 11, 1]);
  return new Date(nineOfDay(week, day) + chance.between(0, 8.5 * 3600) * 1000);
}

const NINE = new Map<string, number>();

/** Nine in the morning, as milliseconds; remembered, because it is asked for every response. */
function nineOfDay(week: IsoDate, day: number): number {
  const key = `${week}+${day}`;
  const known = NINE.get(key);
  if (known !== undefined) return known;
  const nine = startOfLondonDay(addDays(week, day)).getTime() + 9 * 3_600_000;
  NINE.set(key, nine);
  return nine;
}
