import { line as curve } from 'd3-shape';
import type { Driver } from '../drivers.js';
import { t } from '../language/t.js';
import type { Html } from '../web/html.js';
import { type Domain, domainOf, linear, sayValue, type Scale } from './axis.js';
import { circle, finite, line, path, picture, text } from './svg.js';

export interface DriverSeries {
  driver: Driver;
  name: string;
  /** Oldest first, in points; null where there is none. */
  values: readonly (number | null)[];
}

interface SmallMultiples {
  id: string;
  title: string;
  desc: string;
  items: readonly DriverSeries[];
  /** A thin line in every panel, such as the network's score, in points. */
  reference?: number | null;
  /** One scale for all panels; from the data unless given. */
  domain?: Domain;
  narrow?: boolean;
}

const PANEL_HEIGHT = 116;

/** One small line chart per driver, all on one scale, so that heights can be compared. */
export function smallMultiples(input: SmallMultiples): Html {
  const { id, title, desc, items, reference = null, narrow = false } = input;
  const columns = narrow ? 2 : 3;
  const width = narrow ? 360 : 900;
  const all = items.flatMap((item) => item.values.filter((value) => value !== null));
  const domain = input.domain ?? domainOf(reference === null ? all : [...all, reference], [0, 100]);
  const panels = items.map((item, index) => {
    const left = (index % columns) * (width / columns);
    const top = Math.floor(index / columns) * PANEL_HEIGHT;
    return panel(item, { left, top, width: width / columns }, domain, reference);
  });
  const height = Math.ceil(items.length / columns) * PANEL_HEIGHT;
  return picture({ id, width, height, title, desc }, panels.join(''));
}

interface Place {
  left: number;
  top: number;
  width: number;
}

function panel(item: DriverSeries, place: Place, domain: Domain, reference: number | null): string {
  const right = place.left + place.width - 58;
  const xs = linear([0, Math.max(item.values.length - 1, 1)], [place.left + 4, right]);
  const ys = linear(domain, [place.top + PANEL_HEIGHT - 18, place.top + 34]);
  const compare = reference === null ? '' : line(place.left + 4, ys(reference), right, ys(reference), 'c-zero');
  return (
    text(place.left + 4, place.top + 18, item.name, `ct-strong dr-${item.driver}-f`) + compare + series(item, xs, ys)
  );
}

function series({ driver, values }: DriverSeries, xs: Scale, ys: Scale): string {
  const shape = curve<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => xs(index))
    .y((value) => ys(finite(value ?? 0, 'the value')))
    .digits(1);
  const last = values.findLastIndex((value) => value !== null);
  const value = values[last];
  if (value === undefined || value === null) return text(xs(0), ys.range()[0] ?? 0, t('No score yet'), 'ct-axis');
  const number = text(xs(last) + 10, ys(value) + 5, sayValue(value, 'points', 1), 'ct-strong');
  return (
    path(shape([...values]), `c-line dr-${driver}-s`) + circle(xs(last), ys(value), 4.5, `dr-${driver}-f`) + number
  );
}
