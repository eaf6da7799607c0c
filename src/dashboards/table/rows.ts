/** Which places a table lists, and in which order. The list is sorted, never numbered: intervals overlap. */
import type { UnitPlace } from '../../network/network.queries.js';
import type { Stay } from '../as-of/as-of.js';
import { type Assigned, isBehind, shareFinished } from '../assigned-completion.js';
import type { CourseShare } from '../course-share.queries.js';
import { rankedBy } from '../../feedback/metrics/fair.js';
import { type Score, scoreOf } from '../../feedback/metrics/score.js';
import type { Driver } from '../../platform/drivers.js';
import { driverToWorkOn, isSlipping, type Standing } from '../../feedback/metrics/standing.js';
import type { Filters, Only, Show } from './filters.js';

export interface NamedPlace {
  id: number;
  code: string;
  name: string;
  /** How long it stood there, for a place that can move. */
  stay?: Stay | null;
}

export interface Row<P extends NamedPlace = NamedPlace> {
  place: P;
  standing: Standing;
  assigned: Assigned;
  /** Ease over the last weeks in points, oldest first, for the small line. */
  spark: (number | null)[];
  /** Course completion; read only where its column was chosen. */
  courses?: CourseShare;
  /** Lessons of the themed week that runs, where the place takes part in it. */
  week?: LessonsOfWeek;
  /** Whether it is the one that needs somebody most, which the first card of its page names. */
  first?: boolean;
}

export type Branch = Row<UnitPlace & { stay?: Stay | null }>;

export function choose<R extends Row>(rows: readonly R[], { find, driver, show, only }: Filters): R[] {
  const wanted = find.toLowerCase();
  return rows
    .filter(({ place }) => place.name.toLowerCase().includes(wanted) || place.code.toLowerCase().startsWith(wanted))
    .filter(({ standing }) => driver === null || driverToWorkOn(standing) === driver)
    .filter((row) => only === null || HOLDS[only](row))
    .sort(ORDERS[show]);
}

/** Theme-day lessons that its people finished, out of those of the days that are over. */
export interface LessonsOfWeek {
  finished: number;
  held: number;
  behind: boolean;
}

export const HOLDS: Record<Only, (row: Row) => boolean> = {
  slipping: ({ standing }) => isSlipping(standing),
  behind: ({ assigned }) => isBehind(assigned),
  week: ({ week }) => week?.behind ?? false,
};

type Order = (a: Row, b: Row) => number;

const names = new Intl.Collator('en-GB');
const byName: Order = (a, b) => names.compare(a.place.name, b.place.name);

/** The one that the first card names; then slipping ones, the deepest fall on top; then firm scores from the lowest; then grey ones; then those without. */
const byAttention: Order = (a, b) =>
  Number(b.first ?? false) - Number(a.first ?? false) || urgency(a) - urgency(b) || worth(a) - worth(b) || byName(a, b);

const byCompletion: Order = (a, b) =>
  (shareFinished(a.assigned) ?? 2) - (shareFinished(b.assigned) ?? 2) || byName(a, b);

/** Lowest first by the fair score, never by raw scores of few answers; those in no order last, by name. */
const byEase: Order = (a, b) => (rankedBy(a.standing) ?? 101) - (rankedBy(b.standing) ?? 101) || byName(a, b);

/** The deepest fall first, whether it is clear or not; those that could not be compared last. */
const byFall: Order = (a, b) => (a.standing.change?.value ?? 101) - (b.standing.change?.value ?? 101) || byName(a, b);

const byResponses: Order = (a, b) => b.standing.counts.responses - a.standing.counts.responses || byName(a, b);

/** Lowest first by any other figure; those without it last. */
const byLowest =
  (figure: (row: Row) => number | null | undefined): Order =>
  (a, b) =>
    (figure(a) ?? Infinity) - (figure(b) ?? Infinity) || byName(a, b);

const byDriver = (driver: Driver) => byLowest(({ standing }) => firm(scoreOf(standing.counts.drivers[driver])));

/** A score on fewer than 30 answers is in no order: it swings by chance. */
const firm = (score: Score | null) => (score?.standing === 'firm' ? score.value : null);

const ORDERS: Record<Show, Order> = {
  attention: byAttention,
  behind: byCompletion,
  az: byName,
  ease: byEase,
  fall: byFall,
  responses: byResponses,
  overdue: (a, b) => (b.assigned.overdue ?? 0) - (a.assigned.overdue ?? 0) || byName(a, b),
  courses: byLowest(({ courses }) => shareDone(courses)),
  net: byLowest(({ standing: { emotion } }) => (emotion?.standing === 'firm' ? emotion.net.value : null)),
  comments: (a, b) => b.standing.counts.comments - a.standing.counts.comments || byName(a, b),
  friendly: byDriver('friendly'),
  professional: byDriver('professional'),
  knowledge: byDriver('knowledge'),
  understanding: byDriver('understanding'),
  efficiency: byDriver('efficiency'),
  expectations: byDriver('expectations'),
};

/** From 0 to 1; null where nobody is in post or there is no course. */
export function shareDone(courses: CourseShare | undefined): number | null {
  return courses && courses.possible > 0 ? courses.done / courses.possible : null;
}

function urgency({ standing }: Row): number {
  if (isSlipping(standing)) return 0;
  if (!standing.ease) return 3;
  return standing.ease.standing === 'firm' ? 1 : 2;
}

function worth({ standing }: Row): number {
  return isSlipping(standing) ? (standing.change?.value ?? 0) : (rankedBy(standing) ?? 101);
}
