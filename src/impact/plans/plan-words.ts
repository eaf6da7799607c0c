/** How a plan in waves is said. */
import { msg, t } from '../../platform/language/t.js';
import { sayNumber, sayPercent } from '../../platform/say.js';
import { chanceToSee, type Power } from './plan-power.js';
import type { PlanChoice } from './wave-plan.js';

/** 'Wave 1', or 'Comparison' for those who never have it; waves count from 0. */
export const waveName = (wave: number | null): string =>
  wave === null ? t('Comparison') : t('Wave {n}', { n: String(wave + 1) });

/** 'two waves'. */
export function sayWaves(waves: number): string {
  return t(WAVES[waves - 1] ?? MANY_WAVES, { n: String(waves) });
}

const WAVES = [
  msg('one wave'),
  msg('two waves'),
  msg('three waves'),
  msg('four waves'),
  msg('five waves'),
  msg('six waves'),
];
const MANY_WAVES = msg('{n} waves');

/** 'two waves and a comparison'. */
export function sayParts({ waves, comparison }: Pick<PlanChoice, 'waves' | 'comparison'>): string {
  return comparison ? t('{waves} and a comparison', { waves: sayWaves(waves) }) : sayWaves(waves);
}

/** What the plan can see, in a sentence. */
export function sayPower(power: Power | null): string {
  return power === null
    ? t('Too little is known from answers there to say how small an effect this can see.')
    : t('This can see an effect of {points} points or more, four times out of five.', {
        points: sayNumber(power.smallest, 1),
      });
}

/** How often small effects would be seen. */
export function sayChances(power: Power): string {
  const seen = (points: number) => sayPercent(chanceToSee(points, power));
  return t('An effect of 1 point would be seen {one} of the time, one of 2 points {two} and one of 3 points {three}.', {
    ...{ one: seen(1), two: seen(2), three: seen(3) },
  });
}
