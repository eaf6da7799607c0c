/** What an alert watches, what it takes to tell, and how it is told. */
import { RuleBroken } from '../../platform/errors.js';
import { type Driver, DRIVER_NAMES, DRIVERS, isDriver } from '../../platform/drivers.js';
import { msg, t } from '../../platform/language/t.js';
import type { ViewLevel } from '../views/view-address.js';

/** What customers are asked; `responses` is how many answered. */
export const MEASURES = ['ease', 'emotion', ...DRIVERS] as const;
export type Measure = (typeof MEASURES)[number] | 'responses';

/** Falls clearly; the interval wholly below or above a number; fewer answers in a week than a number. */
export const RULES = ['falls', 'below', 'above', 'few'] as const;
export type Rule = (typeof RULES)[number];

/** In the app alone; by an e-mail of its own; in the e-mail of the day. */
export const DELIVERIES = ['app', 'mail', 'digest'] as const;
export type Delivery = (typeof DELIVERIES)[number];

export interface Condition {
  measure: Measure;
  rule: Rule;
  /** Points, or answers in a week; null for a fall. */
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

const NAMES: Record<Exclude<Measure, Driver>, string> = {
  ease: msg('Ease'),
  emotion: msg('Net emotion'),
  responses: msg('Responses'),
};

export const sayMeasure = (measure: Measure): string => t(isDriver(measure) ? DRIVER_NAMES[measure] : NAMES[measure]);

/** 'Ease falls clearly', 'Net emotion is surely below 20'. */
export function sayCondition({ measure, rule, threshold }: Condition): string {
  const values = { measure: sayMeasure(measure), number: threshold ?? 0 };
  if (rule === 'falls') return t('{measure} falls clearly', values);
  if (rule === 'below') return t('{measure} is surely below {number}', values);
  if (rule === 'above') return t('{measure} is surely above {number}', values);
  return t('{number, plural, one {Nobody answers in a week} other {Fewer than # customers answer in a week}}', values);
}

/** @throws RuleBroken for a number that no score can have. */
export function checkCondition({ measure, rule, threshold }: Condition): void {
  if (rule === 'falls') return;
  const [least, most] = rule === 'few' ? [1, 1000] : measure === 'emotion' ? [-100, 100] : [0, 100];
  if (threshold !== null && threshold >= least && threshold <= most) return;
  throw new RuleBroken(t('Give a number from {least} to {most}.', { least, most }), 'threshold');
}

/** @throws RuleBroken where somebody has enough of them. */
export function checkRoomForAlert(made: number): void {
  if (made < MOST_ALERTS) return;
  throw new RuleBroken(t('You have {n} alerts, and that’s as many as fit. Delete one first.', { n: MOST_ALERTS }));
}
