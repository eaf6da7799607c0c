import { addDays, type IsoDate } from '../../platform/dates.js';
import type { Chance } from '../chance.js';
import { dayWithin, holds, type Span } from '../days.js';
import { grouped } from '../grouped.js';
import type { Layout } from './layout.js';
import type { PlannedArea, PlannedUnit } from './network-plan.js';

interface Years {
  layout: Layout;
  founded: IsoDate;
  until: IsoDate;
  changesSince?: IsoDate;
}

/** How many of a hundred units this has happened to over the years. */
const IN_A_HUNDRED = { opened: 6, closed: 5, moved: 6, paused: 1 };

/** Of a hundred that closed, how many went together with a neighbour. */
const MERGED = 0.4;

/** Nothing happens to a unit sooner than this after it opened, or to its neighbours, in days. */
const SETTLING = 120;

/** Areas are redrawn on these days of a year. */
const REDRAWN = ['-04-01', '-10-01'];

/**
 * What has happened to the units: some opened later, some closed (and merged with a neighbour), some were closed for a
 * while, and some moved to another area of their region when areas were redrawn.
 */
export function withHistory(chance: Chance, units: PlannedUnit[], years: Years): PlannedUnit[] {
  const siblings = siblingAreas(years.layout);
  const lived = units.map((unit) => (unit.restless ? lifeOf(chance, unit, siblings, years) : unit));
  const byArea = grouped(lived, ({ stays }) => stays.at(-1)!.areaCode);
  return lived.map((unit) => merged(chance, unit, byArea));
}

function lifeOf(chance: Chance, unit: PlannedUnit, siblings: Map<string, string[]>, years: Years): PlannedUnit {
  const areaCode = unit.stays[0]!.areaCode;
  const open = openDays(chance, years);
  const moved = happens(chance, 'moved') ? redrawn(chance, areaCode, siblings.get(areaCode) ?? [], open, years) : null;
  if (moved !== null) return { ...unit, stays: moved };
  const pausing = happens(chance, 'paused') && open.to === null;
  return { ...unit, stays: pausing ? paused(chance, areaCode, open.from, years) : [{ areaCode, ...open }] };
}

const happens = (chance: Chance, what: keyof typeof IN_A_HUNDRED) => chance.happens(IN_A_HUNDRED[what] / 100);

const firstDay = ({ changesSince, founded }: Years) => changesSince ?? founded;
const lastDay = ({ until }: Years) => addDays(until, -30);
const later = (a: IsoDate, b: IsoDate) => (a > b ? a : b);

function openDays(chance: Chance, years: Years): Span {
  const [early, late] = [addDays(firstDay(years), SETTLING), addDays(lastDay(years), -SETTLING)];
  const from = happens(chance, 'opened') ? dayWithin(chance, early, late) : years.founded;
  const settled = addDays(later(from, firstDay(years)), SETTLING);
  const closes = happens(chance, 'closed') && settled < lastDay(years);
  return { from, to: closes ? dayWithin(chance, settled, lastDay(years)) : null };
}

/** The stays of a unit that came from another area, or null when there was no day or no area for it. */
function redrawn(
  chance: Chance,
  areaCode: string,
  siblings: readonly string[],
  { from, to }: Span,
  years: Years,
): PlannedUnit['stays'] | null {
  const day = redrawnOn(chance, addDays(later(from, firstDay(years)), SETTLING), to ?? lastDay(years));
  const others = siblings.filter((code) => code !== areaCode);
  if (day === null || others.length === 0) return null;
  return [
    { areaCode: chance.pick(others), from, to: day },
    { areaCode, from: day, to },
  ];
}

function paused(chance: Chance, areaCode: string, from: IsoDate, years: Years): PlannedUnit['stays'] {
  const [settled, last] = [addDays(later(from, firstDay(years)), SETTLING), addDays(lastDay(years), -SETTLING)];
  if (settled >= last) return [{ areaCode, from, to: null }];
  const closed = dayWithin(chance, settled, last);
  return [
    { areaCode, from, to: closed },
    { areaCode, from: addDays(closed, chance.between(20, 100)), to: null },
  ];
}

/** A day on which areas were redrawn between two days, or null when there was none. */
function redrawnOn(chance: Chance, first: IsoDate, last: IsoDate): IsoDate | null {
  const years = Array.from({ length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 }, (_, index) =>
    String(Number(first.slice(0, 4)) + index),
  );
  const days = years.flatMap((year) => REDRAWN.map((day) => year + day)).filter((day) => day > first && day < last);
  return days.length === 0 ? null : chance.pick(days);
}

/** The restless areas of the same region, for each restless area. */
function siblingAreas(layout: Layout): Map<string, string[]> {
  return new Map(
    layout.flatMap(({ areas }) => {
      const codes = areas.filter(({ restless }) => restless).map(({ code }) => code);
      return codes.map((code) => [code, codes] as const);
    }),
  );
}

function merged(chance: Chance, unit: PlannedUnit, byArea: Map<string, PlannedUnit[]>): PlannedUnit {
  const end = unit.stays.at(-1)!;
  const closedOn = end.to;
  if (closedOn === null || !chance.happens(MERGED)) return unit;
  const lastDay = addDays(closedOn, -1);
  const stayed = (byArea.get(end.areaCode) ?? []).filter(
    ({ kind, stays }) => kind === unit.kind && stays.at(-1)!.to === null && holds(stays.at(-1)!, lastDay),
  );
  return stayed.length === 0 ? unit : { ...unit, successorCode: chance.pick(stayed).code };
}

/** One area in thirty has gone over to the next region of its network. */
const AREAS_MOVED = 1 / 30;

export function movesOfAreas(chance: Chance, areas: PlannedArea[], { layout, ...years }: Years): PlannedArea[] {
  const restless = new Set(
    layout.flatMap((region) => region.areas.filter((area) => area.restless).map(({ code }) => code)),
  );
  const next = nextRegions(layout);
  return areas.map((area) => {
    const now = area.regions[0]!;
    const other = next.get(now.regionCode);
    if (!restless.has(area.code) || other === undefined || !chance.happens(AREAS_MOVED)) return area;
    const on = `${Number(now.from.slice(0, 4)) + chance.between(1, 4)}-04-01`;
    if (on <= firstDay({ layout, ...years })) return area;
    return {
      ...area,
      regions: [
        { ...now, regionCode: other, to: on },
        { ...now, from: on },
      ],
    };
  });
}

/** The region beside each one: of the same network, and one in which areas change at all. */
function nextRegions(layout: Layout): Map<string, string> {
  const kinds = new Map(layout.map(({ code }) => [code, code.replace(/\d+$/, '')]));
  return new Map(
    layout.flatMap(({ code }, index) => {
      const beside = [layout[index + 1], layout[index - 1]].find(
        (region) => region !== undefined && kinds.get(region.code) === kinds.get(code),
      );
      return beside === undefined ? [] : [[code, beside.code] as const];
    }),
  );
}
