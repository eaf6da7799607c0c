/** What the cards of a place say about one of its rows. */
import { DRIVER_NAMES, type Driver } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayList, sayNumber, sayScore } from '../../platform/say.js';
import { isSlipping } from '../../feedback/metrics/standing.js';
import type { RowsAre } from '../level.js';
import { type PeriodChoice, USUAL } from '../period/choice.js';
import { sayInterval } from '../say-change.js';
import type { Row } from '../table/rows.js';
import type { Standout } from './voices.js';

export function sayTrouble({ place, standing }: Row, driver: Driver | null, are: RowsAre): string {
  const values = { driver: driver ? t(DRIVER_NAMES[driver]) : t('Ease'), place: place.name };
  if (are === 'units')
    return isSlipping(standing)
      ? t('{driver} is slipping at {place}', values)
      : t('{driver} is the weak spot at {place}', values);
  return isSlipping(standing)
    ? t('{driver} is slipping in {place}', values)
    : t('{driver} is the weak spot in {place}', values);
}

/** 'Ease fell 14.3 points to 67.8 over four weeks.' */
export function sayCause({ standing }: Row, { span }: PeriodChoice): string | null {
  const { change, ease, period } = standing;
  const score = ease && sayScore(ease.value);
  if (!change || !isSlipping(standing))
    return score && t('Ease is {score} over the last {n, plural, one {week} other {# weeks}}.', { score, n: period });
  const points = sayScore(-change.value);
  if (span !== USUAL.span && score) return t('Ease fell {points} points to {score}.', { points, score });
  return score
    ? t('Ease fell {points} points to {score} over four weeks.', { points, score })
    : t('Ease fell {points} points over four weeks.', { points });
}

/** The fall of an area or region with its interval. */
export function sayFall(row: Row, choice: PeriodChoice): string | null {
  const { ease, change } = row.standing;
  if (!ease || !change || !isSlipping(row.standing)) return sayCause(row, choice);
  return t('Ease fell {points} points to {score} (95% interval of the fall: {range}).', {
    points: sayScore(-change.value),
    score: sayScore(ease.value),
    range: sayInterval({ low: -change.high, high: -change.low }),
  });
}

/** 'Most of those who found it hard were at Ashbridge (58) and Zennowstoke (21).' */
export function sayStandouts(standouts: readonly Standout[], { place }: Row): string | null {
  const named = standouts.filter(({ placeId, mood }) => placeId === place.id && mood === 'unhappy');
  if (named.length === 0) return null;
  const places = named.map(({ name, customers }) => t('{name} ({n})', { name, n: sayNumber(customers) }));
  return t('Look first at {places}: so many customers there found it hard in four weeks.', {
    places: sayList(places),
  });
}
