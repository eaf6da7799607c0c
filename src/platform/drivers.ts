import { msg } from './language/t.js';

/**
 * The six things that customers say matter, in the order in which every list shows them (PRODUCT.md, "The six customer
 * drivers"). Every course, question, metric and theme day carries one or more of them.
 */
export const DRIVERS = [
  'friendly',
  'professional',
  'knowledge',
  'understanding',
  'efficiency',
  'expectations',
] as const;

export type Driver = (typeof DRIVERS)[number];

/** Marked: `t(DRIVER_NAMES[driver])` says one in the reader’s language. */
export const DRIVER_NAMES: Record<Driver, string> = {
  friendly: msg('Friendly'),
  professional: msg('Professional'),
  knowledge: msg('Knowledge'),
  understanding: msg('Understanding'),
  efficiency: msg('Efficiency'),
  expectations: msg('Expectations'),
};

export function isDriver(value: unknown): value is Driver {
  return (DRIVERS as readonly unknown[]).includes(value);
}
