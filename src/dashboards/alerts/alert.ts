/** What an alert watches, what it takes to tell, and how it is told. */
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import type { ViewLevel } from '../views/view-address.js';
import { kindOf, type Measure, type MeasureKind } from './measure.js';

/** Falls clearly; below or above a number, surely where answers are counted; fewer answers in a week than a number. */
export const RULES = ['falls', 'below', 'above', 'few'] as const;
export type Rule = (typeof RULES)[number];

/** In the app alone; by an e-mail of its own; in the e-mail of the day. */
export const DELIVERIES = ['app', 'mail', 'digest'] as const;
export type Delivery = (typeof DELIVERIES)[number];

export interface Condition {
  measure: Measure;
  rule: Rule;
  /** Points, percent, answers or comments in a week, or in the unit of a number; null for a fall. */
  threshold: number | null;
}

export interface Alert extends Condition {
  id: number;
  level: ViewLevel;
  /** Null for the whole network. */
  placeId: number | null;
  /** Every unit of the area or region by itself. */
  eachUnit: boolean;
  delivery: Delivery;
}

export const MOST_ALERTS = 20;

/** The limits of the funnel, in percent, as a condition keeps them. */
export const FUNNEL_LIMIT = 99.8;

/** A theme rises when its share of comments has surely grown, by whatever it is. */
export const ANY_RISE = 0;

/** Colleagues, or comments: so few say nothing, and might be somebody. */
export const FEWEST = 5;

/** Which rules make sense of what, and between which numbers; a fall has none. */
const TAKES: Record<MeasureKind, { rules: readonly Rule[]; least: number; most: number }> = {
  asked: { rules: ['falls', 'below', 'above'], least: 0, most: 100 },
  responses: { rules: ['few'], least: 1, most: 1000 },
  funnel: { rules: ['below', 'above'], least: FUNNEL_LIMIT, most: FUNNEL_LIMIT },
  completion: { rules: ['below', 'above'], least: 1, most: 100 },
  course: { rules: ['below', 'above'], least: 1, most: 100 },
  theme: { rules: ['above'], least: FEWEST - 1, most: 100_000 },
  rising: { rules: ['above'], least: ANY_RISE, most: ANY_RISE },
  number: { rules: ['below', 'above'], least: -1e12, most: 1e12 },
};

/** @throws RuleBroken for a rule that does not go with what is watched, and for a number that it cannot have. */
export function checkCondition({ measure, rule, threshold }: Condition): void {
  const { rules, ...range } = TAKES[kindOf(measure)];
  if (!rules.includes(rule)) throw new RuleBroken(t('Choose when to tell you.'), 'rule');
  if (rule === 'falls') return;
  const { least, most } = measure === 'emotion' ? { least: -100, most: 100 } : range;
  if (threshold !== null && threshold >= least && threshold <= most) return;
  throw new RuleBroken(
    kindOf(measure) === 'number' ? t('Give the number.') : t('Give a number from {least} to {most}.', { least, most }),
    'threshold',
  );
}

/** @throws RuleBroken where somebody has enough of them. */
export function checkRoomForAlert(made: number): void {
  if (made < MOST_ALERTS) return;
  throw new RuleBroken(t('You have {n} alerts, and that’s as many as fit. Delete one first.', { n: MOST_ALERTS }));
}
