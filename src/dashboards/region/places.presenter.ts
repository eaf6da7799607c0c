import { emotionExtent } from '../../platform/charts/emotion-bar.js';
import { addDays } from '../../platform/dates.js';
import { count, sayDate } from '../../platform/say.js';
import { placeRow } from '../area/unit-row.presenter.js';
import { COLUMNS, factStrip } from '../fact-strip.presenter.js';
import type { PlacesFacts } from './places-facts.js';

export interface PlacesPage {
  title: string;
  /** What the rows are: 'area' and 'areas'. */
  one: string;
  many: string;
  back: { text: string; href: string } | null;
  pathOf(code: string): string;
}

/** A region's areas, or the network's regions, as they are printed. */
export function placesPage(facts: PlacesFacts, { title, one, many, back, pathOf }: PlacesPage) {
  const extent = emotionExtent(
    facts.places.flatMap(({ standing }) => (standing.emotion ? [standing.emotion.shares] : [])),
  );
  const rows = facts.places.map(({ place, standing, assigned }) => ({
    ...placeRow({ ...place, path: pathOf(place.code) }, { standing, assigned, spark: [] }, extent),
    next: { text: '', label: 'Open', path: pathOf(place.code), hidden: ` ${place.name}` },
  }));
  return {
    title,
    sub: `${count(facts.places.length, one, many)}, four weeks to ${sayDate(addDays(facts.lastWeek, 6), '')}`,
    back,
    heading: many[0]?.toUpperCase() + many.slice(1),
    facts: factStrip(facts),
    none: rows.length === 0,
    table: { caption: `${title}, by ${one}`, pick: false, columns: COLUMNS, rows },
    note: 'Ranges are 95% intervals. Scores of several branches together are weighted by responses.',
  };
}
