import { addDays, type IsoDate, lastClosedWeek, mondayOf } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayList, sayNumber } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { asOfBanner } from '../as-of-day.js';
import { areaPath, networkAreaPath, networkPath, peoplePath, regionPath } from '../paths.js';
import type { PlacesFound } from './tree.service.js';
import type { AreaNode, UnitNode } from './tree.queries.js';
import { unitRow } from './unit-row.presenter.js';
import { sayStanding } from './unit-words.js';

export interface TreeFacts {
  find: string;
  on: IsoDate | null;
  today: IsoDate;
  problem: string | null;
  areas: AreaNode[];
  /** For somebody who leads no area: their own units. */
  units: UnitNode[];
  found: PlacesFound | null;
  /** Whether the whole region is in the actor's reach. */
  reachesRegions: boolean;
  /** Where the tree can be had as a file to import; null for those who may not. */
  exportPath: string | null;
}

/** The network as regions that open into their areas. */
export function treePage(facts: TreeFacts) {
  const { areas, units, on, today, find, found, problem } = facts;
  const regions = regionsOf(areas);
  return {
    title: t('The network'),
    sub: areas.length > 0 ? saySize(regions.length, areas) : null,
    problems: problem ? { list: [{ text: problem, href: '#on' }] } : null,
    asOf: asOfBanner(on, today, (day) => at(networkPath, { find, on: day })),
    form: { path: networkPath, find, on: on ?? '', clearPath: at(networkPath, { on }), narrowed: find !== '' },
    found: found ? presentFound(found, facts) : null,
    regions: found ? null : regions.map((region) => presentRegion(region, regions.length === 1, facts)),
    units: found || units.length === 0 ? null : units.map((unit) => unitRow(unit, on)),
    exportPath: facts.exportPath,
    csv: hasTable(facts) ? csvPath(at(networkPath, { find, on })) : null,
    people: { text: t('People'), path: on ? `${peoplePath}?on=${on}` : peoplePath },
  };
}

const hasTable = ({ areas, found }: TreeFacts): boolean =>
  areas.length + (found?.areas.length ?? 0) + (found?.units.length ?? 0) > 0;

export function at(path: string, { find, on }: { find?: string; on: IsoDate | null }): string {
  const query = new URLSearchParams();
  if (find) query.set('find', find);
  if (on) query.set('on', on);
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

interface RegionNode {
  code: string;
  name: string;
  areas: AreaNode[];
}

function regionsOf(areas: readonly AreaNode[]): RegionNode[] {
  const regions = new Map<string, RegionNode>();
  for (const area of areas) {
    const region = regions.get(area.regionCode) ?? { code: area.regionCode, name: area.regionName, areas: [] };
    region.areas.push(area);
    regions.set(area.regionCode, region);
  }
  return [...regions.values()];
}

function presentRegion({ code, name, areas }: RegionNode, open: boolean, { on, today, reachesRegions }: TreeFacts) {
  return {
    id: `region-${code}`,
    name,
    code,
    size: saySize(null, areas),
    open,
    dashboardPath: reachesRegions ? asOfPath(regionPath(code), on, today) : null,
    areas: areas.map((area) => areaRow(area, on, today)),
  };
}

function areaRow(area: AreaNode, on: IsoDate | null, today: IsoDate) {
  return {
    name: area.name,
    code: area.code,
    path: at(networkAreaPath(area.code), { on }),
    managers: area.managers.length > 0 ? sayList(area.managers) : null,
    units: sayNumber(area.units),
    people: sayNumber(area.people),
    note: sayStanding(area),
    dashboardPath: area.standing === 'open' ? asOfPath(areaPath(area.code), on, today) : null,
  };
}

/**
 * A dashboard on the same tree: the four weeks up to the week of the day. A week that has not closed yet has no dashboard of
 * its own, so a recent day leads to the usual page.
 */
export function asOfPath(path: string, on: IsoDate | null, today: IsoDate): string {
  if (on === null || mondayOf(on) > lastClosedWeek(today)) return path;
  return `${path}?from=${addDays(mondayOf(on), -21)}&to=${addDays(mondayOf(on), 6)}`;
}

function presentFound({ areas, units, more, insteadOf }: PlacesFound, { find, on, today }: TreeFacts) {
  return {
    areas: areas.length > 0 ? areas.map((area) => areaRow(area, on, today)) : null,
    units: units.length > 0 ? units.map((unit) => unitRow(unit, on)) : null,
    more: more ? t('There are more. Type another word, or more of the code.') : null,
    instead: insteadOf
      ? t('Nothing is called “{typed}”. This is “{found}”.', { typed: find, found: insteadOf.join(' ') })
      : null,
    none:
      areas.length + units.length === 0
        ? {
            title: t('Nothing here is called “{find}”', { find }),
            text: t('Try a part of the name, or the beginning of the code.'),
          }
        : null,
  };
}

/** '12 regions, 300 areas, 24,402 units, 60,000 people': what is open, added up. */
function saySize(regions: number | null, areas: readonly AreaNode[]): string {
  const open = areas.filter(({ standing }) => standing === 'open');
  const [units, people] = [sum(open.map((area) => area.units)), sum(open.map((area) => area.people))];
  const values = { regions: regions ?? 0, areas: open.length, units, people };
  return regions === null || regions === 1
    ? t(
        '{areas, plural, one {# area} other {# areas}}, {units, plural, one {# unit} other {# units}}, {people, plural, one {# person} other {# people}}',
        values,
      )
    : t(
        '{regions} regions, {areas, plural, one {# area} other {# areas}}, {units, plural, one {# unit} other {# units}}, {people, plural, one {# person} other {# people}}',
        { ...values, regions: String(regions) },
      );
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
