import { addDays, londonDate } from '../../platform/dates.js';
import { inLanguage } from '../../platform/language/language.js';
import { t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
import type { UnitPlace } from '../../network/network.queries.js';
import { codeSheetPath, firstCodePath } from '../paths.js';
import type { CodeOnPaper } from './first-codes.service.js';

const LASTS_DAYS = 14;

/** What is printed: a slip a person, in the language that they read. */
export function presentSheet(
  unit: UnitPlace,
  codes: readonly CodeOnPaper[],
  { url, madeAt }: { url: string; madeAt: Date },
) {
  const address = `${url.replace(/^https?:\/\//, '')}${firstCodePath}`;
  const last = addDays(londonDate(madeAt), LASTS_DAYS - 1);
  return {
    title: t('{n, plural, one {One code for {unit}} other {# codes for {unit}}}', { n: codes.length, unit: unit.name }),
    backPath: codeSheetPath(unit.code),
    slips: codes.map((one) => inLanguage(one.person.language, () => slipOf(one, address, last))),
  };
}

function slipOf({ person, code }: CodeOnPaper, address: string, last: string) {
  return {
    lang: person.language,
    name: person.name,
    reference: person.reference,
    code,
    address,
    welcome: t('Your way in to CX University'),
    go: t('Go to'),
    type: t('Type your reference and this code'),
    choose: t('Choose a password that only you know'),
    until: t('The code works once, until {date}. It is for you alone: keep it as you would keep a key.', {
      date: sayDate(last),
    }),
  };
}
