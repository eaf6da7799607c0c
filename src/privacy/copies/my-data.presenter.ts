import { t } from '../../platform/language/t.js';
import type { PersonalDataSource } from '../../platform/privacy/personal-data.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { copiesPath, looksPath, myDataPath, privacyPath } from '../paths.js';
import { sayPeriod } from '../retention/period.js';
import type { Copy } from './copies.queries.js';
import { presentCopy } from './copy.presenter.js';
import { readingOrder } from './reading-order.js';

export interface MyDataFacts {
  sources: readonly PersonalDataSource[];
  copies: readonly Copy[];
  /** How long a copy lies. */
  days: number;
  formToken: string;
  problems: readonly Problem[];
}

export function presentMyData({ sources, copies, days, formToken, problems }: MyDataFacts) {
  const shown = presentProblems(problems);
  const all = copies.map((copy) => presentCopy(copy, days));
  return {
    title: shown ? t('Error: {name}', { name: t('Your data') }) : t('Your data'),
    heading: t('Your data'),
    problems: shown,
    here: myDataPath,
    action: copiesPath,
    formToken,
    about: t(
      'A copy holds everything below in one file (zip): a page to read, and tables to open in a spreadsheet. It lies here for {period}, for you only, and is then deleted.',
      { period: sayPeriod('days', days) },
    ),
    making: all.find(({ progress }) => progress !== null) ?? null,
    copies: all.filter(({ progress }) => progress === null),
    sources: readingOrder(sources).map((source) => ({ title: source.title(), purpose: source.purpose() })),
    looksPath,
    privacyPath,
  };
}
