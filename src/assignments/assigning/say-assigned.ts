import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
import { countUnits } from '../../network/say-units.js';
import type { Assigned } from './assignments.service.js';

/** What stands above the new assignment's page. */
export function sayAssigned({ unitsAsked, onlyBranches, people, dueOn, underWay }: Assigned, today: IsoDate): string {
  const values = { units: countUnits(unitsAsked, onlyBranches), n: people, day: sayDate(dueOn, today) };
  if (underWay) return t('Assigned. {n, plural, one {# person is} other {# people are}} being asked now.', values);
  return t('Assigned to {units}: {n, plural, one {# person has} other {# people have}} until {day}.', values);
}
