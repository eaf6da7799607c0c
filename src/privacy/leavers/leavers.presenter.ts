import { t } from '../../platform/language/t.js';
import type { Erasure } from '../../platform/privacy/erasure.js';
import { sayFullDate, sayMoment } from '../../platform/say.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { adminPrivacyPath, holdEndingPath, holdsPath, leaversPath } from '../paths.js';
import { sayPeriod } from '../retention/period.js';
import type { Hold, Leaver } from './leavers.queries.js';

export interface LeaversFacts {
  leavers: readonly Leaver[];
  /** All who would go, also those beyond the ones that are shown. */
  due: number;
  months: number;
  holds: readonly Hold[];
  erasures: readonly Erasure[];
  form: { formToken: string; reference: string; reason: string };
  problems: readonly Problem[];
}

export function presentLeavers({ leavers, due, months, holds, erasures, form, problems }: LeaversFacts) {
  const shown = presentProblems(problems);
  return {
    title: shown ? t('Error: {name}', { name: t('Leavers') }) : t('Leavers'),
    heading: t('Leavers'),
    sub: t('Whoever left more than {period} ago is made anonymous at night.', { period: sayPeriod('months', months) }),
    backPath: adminPrivacyPath,
    problems: shown,
    errors: { reference: shown?.by.reference ?? null, reason: shown?.by.reason ?? null },
    warning: t('This can’t be undone. Whoever comes back afterwards is new.'),
    erased: erasures.map((erasure) => erasure.what()),
    due: t('{n, plural, =0 {Nobody goes tonight.} one {One person goes tonight.} other {# people go tonight.}}', {
      n: due,
    }),
    heads: [t('Name'), t('Reference'), t('Last post'), t('Until'), t('On hold because')],
    rows: leavers.map((leaver) => ({
      name: leaver.name,
      reference: leaver.reference,
      place: leaver.place ?? '–',
      until: sayFullDate(leaver.lastOn),
      hold: leaver.hold,
    })),
    csv: leavers.length === 0 ? null : `${leaversPath}.csv`,
    holds: holds.map(({ id, name, reference, reason, madeBy, madeAt }) => ({
      name,
      reference,
      reason,
      made: t('{name}, {at}', { name: madeBy, at: sayMoment(madeAt) }),
      ending: holdEndingPath(id),
    })),
    action: holdsPath,
    form,
  };
}

export function leaverColumns(): CsvColumn<Leaver>[] {
  return [
    { heading: t('Reference'), of: ({ reference }) => reference },
    { heading: t('Name'), of: ({ name }) => name },
    { heading: t('Last post'), of: ({ place }) => place },
    { heading: t('Until'), of: ({ lastOn }) => lastOn },
    { heading: t('On hold because'), of: ({ hold }) => hold },
  ];
}
