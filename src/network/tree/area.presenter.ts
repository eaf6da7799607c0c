import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayList } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { asOfBanner } from '../as-of-day.js';
import { areaPath, networkAreaPath, networkPath, peoplePath } from '../paths.js';
import type { AreaNode, UnitNode } from './tree.queries.js';
import { asOfPath, at } from './tree.presenter.js';
import { unitRow } from './unit-row.presenter.js';
import { sayStanding } from './unit-words.js';

export interface AreaTreeFacts {
  area: AreaNode;
  units: UnitNode[];
  on: IsoDate | null;
  today: IsoDate;
  problem: string | null;
}

/** An area with its units: those that are open, those that closed there, and those to come. */
export function areaTreePage({ area, units, on, today, problem }: AreaTreeFacts) {
  const path = networkAreaPath(area.code);
  const rows = (standing: UnitNode['standing']) => {
    const some = units.filter((unit) => unit.standing === standing);
    return some.length > 0 ? some.map((unit) => unitRow(unit, on)) : null;
  };
  return {
    title: area.name,
    sub: t(
      '{code}, {region}. {units, plural, one {# unit} other {# units}}, {people, plural, one {# person} other {# people}}',
      {
        code: area.code,
        region: area.regionName,
        units: area.units,
        people: area.people,
      },
    ),
    problems: problem ? { list: [{ text: problem, href: '#on' }] } : null,
    asOf: asOfBanner(on, today, (day) => at(path, { on: day })),
    back: { href: at(networkPath, { on }), text: t('The network') },
    form: { path, on: on ?? '' },
    facts: [
      area.managers.length > 0
        ? t('Looked after by {names}.', { names: sayList(area.managers) })
        : t('Nobody looks after it.'),
      sayStanding(area) ?? t('In {region} since {day}.', { region: area.regionName, day: sayFullDate(area.from) }),
    ],
    open: rows('open'),
    coming: rows('coming'),
    closed: rows('closed'),
    dashboardPath: area.standing === 'open' ? asOfPath(areaPath(area.code), on, today) : null,
    peoplePath: `${peoplePath}?place=${encodeURIComponent(`area:${area.code}`)}${on ? `&on=${on}` : ''}`,
    csv: units.length > 0 ? csvPath(at(path, { on })) : null,
    none: units.length === 0 ? t('No unit stands here on this day.') : null,
  };
}
