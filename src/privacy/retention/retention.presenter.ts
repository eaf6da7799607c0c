import { t } from '../../platform/language/t.js';
import type { ShortLived } from '../../platform/privacy/short-lived.js';
import { sayMoment, sayNumber } from '../../platform/say.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import type { Copy } from '../copies/copies.queries.js';
import { presentCopy } from '../copies/copy.presenter.js';
import { adminCopiesPath, adminPrivacyPath, auditPath, leaversPath, periodsPath } from '../paths.js';
import { sayPeriod } from './period.js';
import { MANY, type RuleAtWork } from './retention.service.js';

export interface AdminPrivacyFacts {
  rules: readonly RuleAtWork[];
  shortLived: readonly ShortLived[];
  copies: readonly Copy[];
  days: number;
  formToken: string;
  /** What was typed into the form that came back: about a period, or about a copy. */
  typed: { kind?: string; length?: string; reference?: string; reason?: string };
  problems: readonly Problem[];
}

export function presentAdminPrivacy(facts: AdminPrivacyFacts) {
  const { rules, shortLived, copies, days, formToken, typed, problems } = facts;
  const shown = presentProblems(problems.map((problem) => atField(problem, typed)));
  return {
    title: shown ? t('Error: {name}', { name: t('Privacy') }) : t('Privacy'),
    heading: t('Privacy'),
    sub: t('How long things are kept, what went last night, and copies for people who ask what is held about them.'),
    problems: shown,
    errors: { ...shown?.by, reference: shown?.by.reference ?? null, reason: shown?.by.reason ?? null },
    rules: rules.map((each) => presentRule(each, typed, shown?.by ?? {})),
    periodsPath,
    csv: `${adminPrivacyPath}/rules.csv`,
    shortLived: shortLived.map(({ what, kept }) => ({ what: t(what), kept: t(kept) })),
    leaversPath,
    auditPath,
    copy: { action: adminCopiesPath, formToken, reference: typed.reference ?? '', reason: typed.reason ?? '' },
    copies: copies.map((copy) => presentCopy(copy, days)),
    here: adminPrivacyPath,
  };
}

/** The field of a rule's own form: every rule on the page has one. */
const fieldOf = (kind: string) => `length-${kind.replace('.', '-')}`;

function atField({ field, sentence }: Problem, { kind }: AdminPrivacyFacts['typed']): Problem {
  return { field: field === 'length' && kind !== undefined ? fieldOf(kind) : field, sentence };
}

function presentRule(
  { rule, length, due, last }: RuleAtWork,
  typed: AdminPrivacyFacts['typed'],
  errors: Record<string, string | null>,
) {
  const { unit, standard, least, most } = rule.period;
  const field = fieldOf(rule.kind);
  return {
    kind: rule.kind,
    what: rule.what(),
    stays: t('Stays: {what}', { what: rule.stays() }),
    field,
    label: unit === 'months' ? t('Months') : t('Days'),
    value: typed.kind === rule.kind ? typed.length : String(length),
    error: errors[field] ?? null,
    bounds: t('{least} to {most}; usually {standard}', {
      least: sayNumber(least),
      most: sayPeriod(unit, most),
      standard: sayNumber(standard),
    }),
    due: sayDue(due),
    last: sayLast(last),
  };
}

function sayLast(last: RuleAtWork['last']): string {
  if (last === null) return t('Not yet run');
  const moment = sayMoment(last.endedAt);
  return last.removed === 0
    ? t('Nothing, on {moment}', { moment })
    : t('{n} on {moment}', { n: sayNumber(last.removed), moment });
}

function sayDue(due: number): string {
  if (due === 0) return t('Nothing');
  return due > MANY ? t('More than {n}', { n: sayNumber(MANY) }) : sayNumber(due);
}

/** The rules as a file; moments in ISO 8601, UTC. */
export function ruleColumns(): CsvColumn<RuleAtWork>[] {
  return [
    { heading: t('What goes'), of: ({ rule }) => rule.what() },
    { heading: t('What stays'), of: ({ rule }) => rule.stays() },
    { heading: t('Kept for'), of: ({ rule, length }) => sayPeriod(rule.period.unit, length) },
    { heading: t('Shortest'), of: ({ rule }) => sayPeriod(rule.period.unit, rule.period.least) },
    { heading: t('Longest'), of: ({ rule }) => sayPeriod(rule.period.unit, rule.period.most) },
    { heading: t('Would go now'), of: ({ due }) => sayDue(due) },
    { heading: t('Went last time'), of: ({ last }) => last?.removed ?? null },
    { heading: t('Last time'), of: ({ last }) => last?.endedAt.toISOString() ?? null },
  ];
}
