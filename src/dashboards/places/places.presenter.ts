import { t } from '../../platform/language/t.js';
import { standsThere } from '../as-of/as-of.js';
import { PLACE_WORDS } from '../level.js';
import { placePage } from '../page.presenter.js';
import type { PeriodRead } from '../period/choice.js';
import type { PlacesFacts } from './places-facts.service.js';
import type { Section } from '../sections/section.js';
import { placeRow } from '../table/row.presenter.js';
import { placeCards, type PlaceLinks } from './place-cards.js';

export interface PlacesPage extends PlaceLinks {
  title: string;
  back: { text: string; href: string } | null;
  query: Record<string, unknown>;
  period: PeriodRead;
  sections: readonly Section[];
  /** The token of the forms of the cards. */
  decisions: string;
}

/** A region's areas, or the network's regions, as they are printed. */
export function placesPage(facts: PlacesFacts, page: PlacesPage) {
  const values = { title: page.title };
  const n = facts.rows.filter(({ place }) => standsThere(place)).length;
  return placePage(facts, {
    ...page,
    words: PLACE_WORDS[page.are],
    size:
      page.are === 'areas'
        ? t('{n, plural, one {# area} other {# areas}}', { n })
        : t('{n, plural, one {# region} other {# regions}}', { n }),
    cards: placeCards({ ...facts, rows: facts.rows.filter(({ place }) => standsThere(place)) }, page),
    decisions: page.decisions,
    pick: false,
    caption: page.are === 'areas' ? t('{title}, by area', values) : t('{title}, by region', values),
    note: t(
      'Ranges are 95% intervals. Scores of several branches together are weighted by responses. An answer stays with the area in which its branch stood on the day, and with the region of that area. Assigned completion is of what was due in the last six months or is still ahead.',
    ),
    row: placeRow,
  });
}
