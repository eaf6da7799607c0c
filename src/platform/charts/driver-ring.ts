import { arc } from 'd3-shape';
import { type Driver, DRIVER_NAMES } from '../drivers.js';
import { t } from '../language/t.js';
import { sayNumber } from '../say.js';
import type { Html } from '../web/html.js';
import { DRIVER_ICONS } from './driver-icons.js';
import { finite, picture, px, text } from './svg.js';

export interface DriverProgress {
  driver: Driver;
  done: number;
  of: number;
}

interface DriverRing {
  id: string;
  /** One segment each, clockwise from the top. */
  drivers: readonly DriverProgress[];
  /** In the hole: '4' above 'of 12 done'. */
  big: string;
  small: string;
}

const SIZE = 240;
const CENTRE = SIZE / 2;
const OUTER = CENTRE - 4;
const INNER = OUTER - SIZE * 0.15;
const ICONS_AT = INNER - SIZE * 0.085;
const GAP = 0.05;

/** How much of each driver's courses somebody has finished; the same stands beside it as a list. */
export function driverRing({ id, drivers, big, small }: DriverRing): Html {
  const desc = drivers
    .map(({ driver, done, of }) =>
      t('{driver} {done} of {total}', { driver: t(DRIVER_NAMES[driver]), done: sayNumber(done), total: sayNumber(of) }),
    )
    .join(', ');
  const body =
    drivers.map((progress, index) => segment(progress, index, drivers.length)).join('') +
    text(CENTRE, CENTRE + 6, big, 'ct-big', 'middle') +
    text(CENTRE, CENTRE + 26, small, 'ct-axis', 'middle');
  const title = t('Courses finished by driver');
  return picture({ id, width: SIZE, height: SIZE, title, desc, css: 'chart--ring' }, body);
}

function segment({ driver, done, of }: DriverProgress, index: number, total: number): string {
  const share = of > 0 ? Math.min(1, finite(done, 'finished') / finite(of, 'courses')) : 0;
  const turn = (2 * Math.PI) / total;
  const from = index * turn + GAP / 2;
  const to = (index + 1) * turn - GAP / 2;
  const filled = share > 0 ? wedge(from, from + (to - from) * share, `dr-${driver}-f`) : '';
  return wedge(from, to, 'c-track') + filled + icon(driver, (from + to) / 2);
}

function wedge(startAngle: number, endAngle: number, css: string): string {
  const shape = arc().digits(1)({ innerRadius: INNER, outerRadius: OUTER, startAngle, endAngle });
  return `<path d="${shape ?? ''}" transform="translate(${CENTRE} ${CENTRE})" class="${css}"/>`;
}

function icon(driver: Driver, angle: number): string {
  const left = px(CENTRE + ICONS_AT * Math.sin(angle) - 10);
  const top = px(CENTRE - ICONS_AT * Math.cos(angle) - 10);
  const place = `translate(${left} ${top}) scale(0.83)`;
  return `<path d="${DRIVER_ICONS[driver]}" fill-rule="evenodd" transform="${place}" class="dr-${driver}-f"/>`;
}
