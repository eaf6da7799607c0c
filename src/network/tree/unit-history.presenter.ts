import { addDays, type IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import type { MergersOfUnit } from '../mergers/mergers.queries.js';
import { saidFrom, saidInto } from '../mergers/say-mergers.js';
import { sayDays } from '../person/say-days.js';
import { closedPostsPath, networkAreaPath, networkPath, peoplePath, personPath, unitPath } from '../paths.js';
import { sayRole } from '../role-words.js';
import type { Leader, Stay, UnitHistory } from './unit-history.queries.js';
import { sayKind, sayNation, sayStanding } from './unit-words.js';

/** @param reached areas that can be opened, people, and what it merged into or came to it */
export function unitHistoryPage(
  unit: UnitHistory,
  reached: { areas: ReadonlySet<string>; people: ReadonlySet<string>; mergers: MergersOfUnit },
  today: IsoDate,
) {
  const [latest] = unit.stays;
  const open = unit.standing === 'open';
  const back =
    latest && reached.areas.has(latest.areaCode)
      ? { href: networkAreaPath(latest.areaCode), text: latest.areaName }
      : { href: networkPath, text: t('The network') };
  return {
    title: unit.name,
    sub: t('{kind}, {code}, {nation}', { kind: sayKind(unit.kind), code: unit.code, nation: sayNation(unit.nation) }),
    back,
    closed: latest
      ? sayStanding({ standing: unit.standing, from: unit.stays.at(-1)?.from ?? latest.from, to: latest.to })
      : null,
    went: reached.mergers.into.map((merger) => saidInto(merger, today)),
    came: reached.mergers.from.map((merger) => saidFrom(merger, today)),
    stays: unit.stays.map((stay, index) => presentStay(stay, unit.stays[index + 1], reached.areas, today)),
    leaders:
      unit.leaders.length > 0 ? unit.leaders.map((leader) => presentLeader(leader, reached.people, today)) : null,
    // One that has closed shows how it stood until its last day.
    dashboardPath: open || unit.standing === 'closed' ? unitPath(unit.code) : null,
    stranded: unit.standing === 'closed' && unit.people > 0 ? presentStranded(unit.people) : null,
    people: open
      ? {
          path: `${peoplePath}?place=${encodeURIComponent(`unit:${unit.code}`)}`,
          text: t('{n, plural, =0 {Nobody works here now} one {# person works here} other {# people work here}}', {
            n: unit.people,
          }),
        }
      : null,
  };
}

/** Posts that a file has forgotten to move. */
function presentStranded(n: number) {
  return {
    path: closedPostsPath,
    text: t(
      '{n, plural, one {# person still has a post here, though the unit has closed} other {# people still have posts here, though the unit has closed}}',
      { n },
    ),
  };
}

/** Where it stood, and what brought it there. */
function presentStay(stay: Stay, before: Stay | undefined, areas: ReadonlySet<string>, today: IsoDate) {
  return {
    area: t('{code} {name}', { code: stay.areaCode, name: stay.areaName }),
    path: areas.has(stay.areaCode) ? networkAreaPath(stay.areaCode) : null,
    region: stay.regionName,
    days: sayDays(stay.from, stay.to, today),
    what: sayArrival(stay, before),
    over: stay.to !== null && stay.to < today,
  };
}

function sayArrival({ areaCode, from }: Stay, before: Stay | undefined): string {
  if (before === undefined) return t('The first place on record');
  if (before.to !== null && addDays(before.to, 1) < from) return t('Opened again');
  return before.areaCode === areaCode
    ? t('The area moved here from {region}', { region: before.regionName })
    : t('Moved here from {area}', { area: before.areaName });
}

function presentLeader({ reference, name, role, from, to }: Leader, people: ReadonlySet<string>, today: IsoDate) {
  return {
    name,
    path: people.has(reference) ? personPath(reference) : null,
    role: sayRole(role),
    days: sayDays(from, to, today),
    over: to !== null && to < today,
  };
}
