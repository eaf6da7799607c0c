/** Which unit is meant by what names one on a day: itself while it stands, and what it merged into afterwards. */
import { addDays, type IsoDate } from '../../platform/dates.js';

/** When a unit stood (`to` is the first day on which it no longer did), and into which unit it merged at the end of which day. */
export interface UnitLife {
  id: number;
  places: readonly { from: IsoDate; to: IsoDate | null }[];
  mergers: readonly { on: IsoDate; into: number }[];
}

/** One merger on the way: `unit` stood until `on`, included, and then was `into`. */
export interface Step<U> {
  unit: U;
  on: IsoDate;
  into: U;
}

/** `at` stands on the day, after these steps; or `nowhere`: `last` had closed with `closedOn` its last day, or not opened yet. */
export type CountsAt<U> =
  { at: U; steps: readonly Step<U>[] } | { nowhere: { last: U; closedOn: IsoDate | null }; steps: readonly Step<U>[] };

/**
 * Ashford merged into Newport on 14 March, Newport into Cwmbran on 30 June: what names Ashford is Ashford’s on 14 March,
 * Newport’s on 15 March and Cwmbran’s on 1 July. A unit that opens again is itself again.
 */
export function countsAt<U extends UnitLife>(
  named: U,
  day: IsoDate,
  find: (id: number) => U | undefined,
  steps: readonly Step<U>[] = [],
): CountsAt<U> {
  if (stoodOn(named, day)) return { at: named, steps };
  const closedOn = lastDayBefore(named, day);
  const merger = named.mergers.find(({ on }) => on === closedOn);
  const into = merger && find(merger.into);
  if (!merger || !into || steps.some(({ unit }) => unit.id === into.id))
    return { nowhere: { last: named, closedOn }, steps };
  return countsAt(into, day, find, [...steps, { unit: named, on: merger.on, into }]);
}

function stoodOn({ places }: UnitLife, day: IsoDate): boolean {
  return places.some(({ from, to }) => from <= day && (to === null || day < to));
}

/** The last day on which it stood before a day on which it does not; null when it had not opened. */
function lastDayBefore({ places }: UnitLife, day: IsoDate): IsoDate | null {
  const ends = places.flatMap(({ to }) => (to !== null && to <= day ? [to] : [])).sort();
  const last = ends.at(-1);
  return last === undefined ? null : addDays(last, -1);
}
