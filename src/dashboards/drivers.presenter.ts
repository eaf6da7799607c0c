import type { Counts } from '../feedback/metrics/counts.js';
import { scoreOf } from '../feedback/metrics/score.js';
import { intervalBar } from '../platform/charts/interval-bar.js';
import { type Driver, DRIVER_NAMES, DRIVERS } from '../platform/drivers.js';
import { t } from '../platform/language/t.js';
import { sayNumber, sayScore } from '../platform/say.js';
import type { NumberLinks } from './number-links.js';
import { sayInterval } from './say-change.js';

/** The six drivers, each with its own answers: the rows of the `drivers` partial. `toWorkOn` is the one that is clear enough to name. */
export function driverRows(counts: Counts, links: NumberLinks, toWorkOn: Driver | null = null) {
  return DRIVERS.map((driver) => {
    const tally = counts.drivers[driver];
    const score = scoreOf(tally);
    return {
      driver,
      name: t(DRIVER_NAMES[driver]),
      work: driver === toWorkOn ? t('Work on this') : null,
      path: links.driver(driver),
      score: score
        ? {
            value: sayScore(score.value),
            range: sayInterval(score),
            mean: t('mean {mean} of 5', { mean: sayNumber(score.mean, 1) }),
            bar: intervalBar(score),
            grey: score.standing === 'tentative',
          }
        : null,
      answers: t('{n, plural, one {# answer} other {# answers}}', { n: tally.n }),
    };
  });
}
