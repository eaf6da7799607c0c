import { intervalBar } from '../../platform/charts/interval-bar.js';
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { saySigned } from '../../platform/say.js';
import type { DriverFinding } from './findings.js';

/** The six drivers beside the outcome, on one scale with no change dashed; null where none was worked out. */
export function presentDrivers(drivers: readonly DriverFinding[]) {
  if (drivers.length === 0) return null;
  const ends = drivers.flatMap(({ effect }) => [effect.low, effect.high, 0]);
  const domain = [Math.min(...ends), Math.max(...ends)] as const;
  return {
    rows: drivers.map(({ driver, effect, clear }) => ({
      driver,
      name: t(DRIVER_NAMES[driver]),
      value: saySigned(effect.estimate),
      range: t('{low} to {high}', { low: saySigned(effect.low), high: saySigned(effect.high) }),
      bar: intervalBar({ value: effect.estimate, low: effect.low, high: effect.high, reference: 0, domain }),
      verdict: clear ? t('Clear') : t('No clear change'),
      clear,
    })),
    note: t(
      'Points of the share of answers of 4 or 5, with 95% ranges; the dashed line is no change. Six looks find something by chance more often than one: “clear” is what is left when at most one in twenty of such finds may be false (Benjamini and Hochberg).',
    ),
  };
}
