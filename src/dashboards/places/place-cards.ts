/** What needs attention first among the areas of a region or the regions of the network: each a cause and a link. */
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayList, sayPercent, sayScore } from '../../platform/say.js';
import type { Card } from '../area/area-cards.js';
import { shareFinished } from '../assigned-completion.js';
import { driverToWorkOn, isSlipping, type Standing } from '../../feedback/metrics/standing.js';
import type { RowsAre } from '../level.js';
import type { PlaceFacts } from '../place-facts.js';
import { sayInterval } from '../say-change.js';
import { addressOf } from '../table/address.js';
import { readFilters } from '../table/filters.js';
import { choose, type Row } from '../table/rows.js';

export interface PlaceLinks {
  are: RowsAre;
  /** The page itself. */
  path: string;
  pathOf(code: string): string;
}

const SLIPPING_CARDS = 2;
const MOST_NAMED = 3;

/** Three at most. None when nothing is clear: a quiet network is not made to look busy. */
export function placeCards(facts: PlaceFacts, links: PlaceLinks): Card[] {
  const sorted = choose(facts.rows, readFilters({}));
  const slipping = sorted.filter(({ standing }) => isSlipping(standing));
  const cards = [
    ...slipping.slice(0, SLIPPING_CARDS).map((row, at) => slippingCard(row, slipping.slice(SLIPPING_CARDS), at, links)),
    behindCard(facts, links),
    roseCard(sorted, links),
  ];
  return cards.filter((card) => card !== null).slice(0, 3);
}

function slippingCard({ place, standing }: Row, others: readonly Row[], at: number, links: PlaceLinks): Card {
  const driver = driverToWorkOn(standing);
  const values = { place: place.name, driver: driver ? t(DRIVER_NAMES[driver]) : t('Ease') };
  const last = at === SLIPPING_CARDS - 1;
  const also = last && others.length > 0 ? t('Also slipping: {places}.', { places: sayList(namesOf(others)) }) : null;
  return {
    id: `do-attention-${at + 1}`,
    title: t('{driver} is slipping in {place}', values),
    text: [sayFell(standing), also].filter(Boolean).join(' '),
    action: { text: t('Open {place}', values), path: links.pathOf(place.code) },
    driver,
    icon: 'warn',
  };
}

function sayFell({ ease, change }: Standing): string | null {
  if (!ease || !change) return null;
  return t('Ease fell {points} points to {score} (95% interval of the fall: {range}).', {
    points: sayScore(-change.value),
    score: sayScore(ease.value),
    range: sayInterval({ low: -change.high, high: -change.low }),
  });
}

function namesOf(rows: readonly Row[]): string[] {
  const named = rows.slice(0, MOST_NAMED).map(({ place }) => place.name);
  const more = rows.length - named.length;
  return more > 0 ? [...named, t('{n, plural, one {# more} other {# more}}', { n: more })] : named;
}

function behindCard({ rows, choice }: PlaceFacts, { are, path }: PlaceLinks): Card | null {
  const filters = readFilters({ only: 'behind', show: 'behind' });
  const behind = choose(rows, filters);
  const [worst] = behind;
  if (!worst) return null;
  const n = behind.length;
  return {
    id: 'do-training',
    title:
      are === 'areas'
        ? t(
            '{n, plural, one {# area is behind on assigned training} other {# areas are behind on assigned training}}',
            { n },
          )
        : t(
            '{n, plural, one {# region is behind on assigned training} other {# regions are behind on assigned training}}',
            { n },
          ),
    text: t('They’ve finished fewer than 6 in 10 of what is due. {place} has finished {share}.', {
      place: worst.place.name,
      share: sayPercent(shareFinished(worst.assigned) ?? 0),
    }),
    action: { text: t('Show them first'), path: addressOf(path, { filters, period: choice }) },
    driver: null,
    icon: 'clock',
  };
}

function roseCard(rows: readonly Row[], links: PlaceLinks): Card | null {
  const rose = rows
    .filter(({ standing }) => standing.change?.mark === 'up')
    .sort((a, b) => (b.standing.change?.value ?? 0) - (a.standing.change?.value ?? 0))[0];
  if (!rose) return null;
  const { place, standing } = rose;
  return {
    id: 'do-praise',
    title: t('{place} deserves a thank-you', { place: place.name }),
    text: t('Ease rose {points} points to {score}.', {
      points: sayScore(standing.change?.value ?? 0),
      score: sayScore(standing.ease?.value ?? 0),
    }),
    action: { text: t('Open {place}', { place: place.name }), path: links.pathOf(place.code) },
    driver: null,
    icon: 'chat',
  };
}
