/** What an alert watches, as one word that is kept with it: 'ease', 'course:make-it-easy', 'rising:queues', 'number:footfall'. */
import { type Driver, DRIVERS, isDriver } from '../../platform/drivers.js';

/** What customers are asked. */
export const ASKED = ['ease', 'emotion', ...DRIVERS] as const;
type Asked = 'ease' | 'emotion' | Driver;

/** Those that name one of many: a course by its slug, a theme or a number by its key. */
const NAMING = ['course', 'theme', 'rising', 'number'] as const;
type Naming = (typeof NAMING)[number];

/**
 * `responses` is how many answered; `funnel` is ease held fairly against all units of the kind; `completion` is assigned
 * completion, and a `course` its course completion. A `theme` is how many comments speak of it in a week, `rising` its share
 * of all comments.
 */
export type Measure = Asked | 'responses' | 'funnel' | 'completion' | `${Naming}:${string}`;

export type MeasureKind = 'asked' | 'responses' | 'funnel' | 'completion' | Naming;

/** What a form may send: everything but what follows from its rule. */
export const MEASURE_SENT = new RegExp(
  `^(${ASKED.join('|')}|funnel|completion|(course|theme|number):[a-z0-9][a-z0-9-]{0,99})$`,
);

const NAMED = new RegExp(`^(${NAMING.join('|')}):([a-z0-9][a-z0-9-]{0,99})$`);

export function isMeasure(text: unknown): text is Measure {
  if (typeof text !== 'string') return false;
  return isAsked(text) || text === 'responses' || text === 'funnel' || text === 'completion' || NAMED.test(text);
}

export function kindOf(measure: Measure): MeasureKind {
  if (isAsked(measure)) return 'asked';
  if (measure === 'responses' || measure === 'funnel' || measure === 'completion') return measure;
  return NAMING.find((one) => measure.startsWith(`${one}:`)) ?? 'asked';
}

/** The slug or key that it names; empty where it names nothing. */
export const keyOf = (measure: Measure): string => NAMED.exec(measure)?.[2] ?? '';

/** What the form offers together, each with rules of its own. */
export const FAMILIES = ['answers', 'funnel', 'training', 'themes', 'numbers'] as const;
export type Family = (typeof FAMILIES)[number];

const FAMILY_OF: Record<MeasureKind, Family> = {
  asked: 'answers',
  responses: 'answers',
  funnel: 'funnel',
  completion: 'training',
  course: 'training',
  theme: 'themes',
  rising: 'themes',
  number: 'numbers',
};

export const familyOf = (measure: Measure): Family => FAMILY_OF[kindOf(measure)];

const isAsked = (text: string): text is Asked => text === 'ease' || text === 'emotion' || isDriver(text);
