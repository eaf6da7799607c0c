/** The strip above a unit's page about weeks that are over: whose unit it was then. */
import type { UnitPlace } from '../../network/network.queries.js';
import { networkUnitPath, unitPath } from '../../network/paths.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';

export interface UnitStood {
  day: IsoDate;
  /** Null when it was not open. */
  area: { code: string; name: string } | null;
}

export function unitBanner({ code, areaCode, closedOn }: UnitPlace & { closedOn?: IsoDate }, { day, area }: UnitStood) {
  if (closedOn)
    return {
      text: t('It closed: {day} was its last day', { day: sayFullDate(closedOn) }),
      note: t('What customers said and the team had finished until then; the weeks are those that closed before.'),
      back: { text: t('Its history'), href: networkUnitPath(code) },
    };
  return {
    text: t('What customers said and the team had finished, as of {day}', { day: sayFullDate(day) }),
    note: sayStood(area, areaCode),
    back: { text: t('Back to today'), href: unitPath(code) },
  };
}

/** Only where it says something new. */
function sayStood(area: UnitStood['area'], now: string): string | null {
  if (area === null) return t('It was not open on that day.');
  return area.code === now
    ? null
    : t('It stood in {area} ({code}) then, and its answers count there.', { area: area.name, code: area.code });
}
