import type { DriverImportances } from '../../feedback/importance/driver-importance.js';
import { intervalBar } from '../../platform/charts/interval-bar.js';
import { DRIVER_NAMES, DRIVERS } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayNumber, sayPercent } from '../../platform/say.js';

/** What each driver matters, the first one first: what the `driver-importance` partial prints. */
export function importancePanel(importances: DriverImportances | null, compare: { text: string; path: string } | null) {
  const found = importances?.found;
  if (!importances || !found) return { finding: sayUnknown(), rows: null, caveat: null, compare };
  const sorted = [...DRIVERS].sort((a, b) => found.drivers[b].value - found.drivers[a].value);
  const most = Math.max(...sorted.map((driver) => found.drivers[driver].high)) * 100;
  return {
    finding: sayFirst(found, sorted[0] ?? 'friendly'),
    rows: sorted.map((driver) => {
      const { value, low, high } = found.drivers[driver];
      return {
        driver,
        name: t(DRIVER_NAMES[driver]),
        value: sayPercent(value),
        range: t('{from} to {to}', { from: sayPercent(low), to: sayPercent(high) }),
        bar: intervalBar({ value: 100 * value, low: 100 * low, high: 100 * high, domain: [0, most] }),
      };
    }),
    caveat: sayCaveat(importances, found.explained),
    compare,
  };
}

type Found = NonNullable<DriverImportances['found']>;

function sayFirst({ drivers, clearlyFirst }: Found, first: (typeof DRIVERS)[number]): string {
  if (!clearlyFirst) return t('No driver clearly matters more than the others: the first two can’t be told apart.');
  return t('{driver} matters most: {share} of what the six drivers together tell about ease.', {
    driver: t(DRIVER_NAMES[first]),
    share: sayPercent(drivers[first].value),
  });
}

const sayUnknown = () =>
  t(
    'Not known yet: it takes a thousand answers that rate ease and all six drivers, from thirty units. Until then all six count the same in what is recommended.',
  );

function sayCaveat({ year, complete, units }: DriverImportances, explained: number): string {
  return t(
    'From {complete} answers of {year} about {units} units of the whole network that rate ease and all six drivers; together the six explain {explained} of how ease differs. Ranges are 95% intervals. This is association, not cause. What is recommended weighs how low a driver is by how much it matters, because the weakest is not always what matters most.',
    {
      complete: sayNumber(complete),
      year: String(year),
      units: sayNumber(units),
      explained: sayPercent(explained),
    },
  );
}
