/** What was posted about a number, made whole: what does not belong to its kind is left out. */
import { isIsoDate } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import type { MetricDraft } from './metric.js';

type Posted = Omit<MetricDraft, 'decimals' | 'driver'> & { decimals: string; driver: MetricDraft['driver'] | '' };

/** @throws RuleBroken with the field that has to be put right */
export function draftOf(form: Posted): MetricDraft {
  const average = form.kind === 'average';
  if (average && form.weightName === '')
    throw new RuleBroken(t('Say what an average is weighted by, for instance contacts.'), 'weightName');
  if (form.unit !== '' && form.unitCy === '' && /\p{L}/u.test(form.unit))
    throw new RuleBroken(t('Write the unit of measurement in Welsh too.'), 'unitCy');
  return {
    ...{ name: form.name, nameCy: form.nameCy, unit: form.unit, unitCy: form.unitCy || form.unit },
    weightName: average ? form.weightName : '',
    weightNameCy: average ? form.weightNameCy || form.weightName : '',
    decimals: Number(form.decimals),
    ...{ direction: form.direction, kind: form.kind, grain: form.grain, level: form.level, audience: form.audience },
    driver: form.driver === '' ? null : form.driver,
    unitKinds: form.level === 'unit' ? form.unitKinds : [],
  };
}

/** The day of a form. @throws RuleBroken */
export function dayOf(text: string): string {
  if (!isIsoDate(text)) throw new RuleBroken(t('Choose a day of the period.'), 'day');
  return text;
}
