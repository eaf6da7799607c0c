import { addDays, isIsoDate, mondayOf, type IsoDate } from '../platform/dates.js';
import { RuleBroken } from '../platform/errors.js';
import { FEWEST_UNITS } from './network/layout.js';

export const SURVEYED = ['all', 'branches'] as const;

export type Surveyed = (typeof SURVEYED)[number];

/** How large an organisation is, how far back it goes, and which of all those of its size it is. */
export interface Size {
  units: number;
  people: number;
  weeks: number;
  responsesPerUnitWeek: number;
  seed: number;
  /** Whose customers are asked: those of all units that serve any, or those of branches alone. */
  surveyed: Surveyed;
  /** The last day it knows; answers end with the last week that has ended by then. */
  until: IsoDate;
}

export const FULL_SIZE: Size = {
  units: 24_900,
  people: 60_000,
  weeks: 260,
  responsesPerUnitWeek: 7,
  seed: 1,
  surveyed: 'all',
  until: '2027-02-28',
};

const BOUNDS: Record<Exclude<keyof Size, 'until' | 'surveyed'>, [low: number, high: number]> = {
  units: [FEWEST_UNITS, 100_000],
  people: [8, 250_000],
  weeks: [1, 300],
  responsesPerUnitWeek: [0.1, 200],
  seed: [0, 4_294_967_295],
};

/** @throws RuleBroken when no organisation has this size. */
export function checkSize(size: Size): Size {
  for (const [key, [low, high]] of Object.entries(BOUNDS)) {
    const value = size[key as keyof typeof BOUNDS];
    if ((whole(key) && !Number.isInteger(value)) || !(value >= low && value <= high)) {
      const option = optionOf(key as keyof Size);
      throw new RuleBroken(`${option} takes a ${whole(key) ? 'whole ' : ''}number from ${low} to ${high}.`);
    }
  }
  if (!SURVEYED.includes(size.surveyed)) throw new RuleBroken(`--surveyed takes ${SURVEYED.join(' or ')}.`);
  if (!isIsoDate(size.until)) throw new RuleBroken('--until takes a day such as 2027-02-28.');
  return size;
}

const whole = (key: string) => key !== 'responsesPerUnitWeek';

/** @example optionOf('responsesPerUnitWeek') // '--responses-per-unit-week' */
export function optionOf(key: keyof Size): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** 1 April of the sixth year before: longer ago than any answer. */
export function foundedOn(until: IsoDate): IsoDate {
  return `${Number(until.slice(0, 4)) - 6}-04-01`;
}

/** The Mondays of the weeks of which there are answers, the last one being the last that has ended. */
export function weeksOf({ weeks, until }: Pick<Size, 'weeks' | 'until'>): IsoDate[] {
  const last = addDays(mondayOf(addDays(until, 1)), -7);
  return Array.from({ length: weeks }, (_, index) => addDays(last, 7 * (index + 1 - weeks)));
}
