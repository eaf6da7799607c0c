/** What else could be planned, and how much smaller an effect it would see. */
import { type AreaToDeal, dealtAreas, partsOf, wavesOf } from './plan-lot.js';
import { type Heard, type Power, powerOfLot } from './plan-power.js';
import type { PlanChoice } from './wave-plan.js';

/** One number of waves, with the smallest effect for each number of weeks between them; null where there is too little to say. */
export interface WhatIf {
  waves: number;
  /** Whether it is the number that was chosen. */
  chosen: boolean;
  smallest: (number | null)[];
}

export const MOST_WAVES = 6;
const USUAL_WEEKS = [2, 4, 8, 13, 26];

/** The weeks between waves that are set side by side, ascending: some usual ones and the chosen one. */
export const weeksCompared = (chosen: number): number[] => [...new Set([...USUAL_WEEKS, chosen])].sort((a, b) => a - b);

/** Each number of waves that the areas allow, dealt by the same lot, with or without a comparison as it was chosen. */
export function whatIf(choice: PlanChoice, areas: readonly AreaToDeal[], heard: Heard): WhatIf[] {
  return Array.from({ length: MOST_WAVES }, (_, at) => at + 1)
    .map((waves) => ({ ...choice, waves }))
    .filter((other) => partsOf(other) >= 2 && partsOf(other) <= areas.length)
    .map((other) => {
      const wave = wavesOf(dealtAreas(other, areas));
      const power = (weeks: number): Power | null => powerOfLot(wave, other.waves, heard, weeks);
      return {
        waves: other.waves,
        chosen: other.waves === choice.waves,
        smallest: weeksCompared(choice.weeksBetween).map((weeks) => power(weeks)?.smallest ?? null),
      };
    });
}
