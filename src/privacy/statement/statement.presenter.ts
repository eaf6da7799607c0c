import { t } from '../../platform/language/t.js';
import type { PersonalDataSource } from '../../platform/privacy/personal-data.js';
import type { RetentionRule } from '../../platform/privacy/retention.js';
import type { ShortLived } from '../../platform/privacy/short-lived.js';
import { looksPath, myDataPath } from '../paths.js';
import { readingOrder } from '../copies/reading-order.js';
import { sayPeriod } from '../retention/period.js';

export interface StatementFacts {
  sources: readonly PersonalDataSource[];
  rules: readonly { rule: RetentionRule; length: number }[];
  shortLived: readonly ShortLived[];
  signedIn: boolean;
}

/** What is kept and how long comes from the modules themselves, so that it says what the product does today. */
export function presentStatement({ sources, rules, shortLived, signedIn }: StatementFacts) {
  return {
    title: t('Privacy'),
    held: readingOrder(sources).map((source) => ({ title: source.title(), purpose: source.purpose() })),
    rules: rules.map(({ rule, length }) => ({
      what: rule.what(),
      after: sayPeriod(rule.period.unit, length),
      stays: rule.stays(),
    })),
    shortLived: shortLived.map(({ what, kept }) => ({ what: t(what), kept: t(kept) })),
    myDataPath: signedIn ? myDataPath : null,
    looksPath: signedIn ? looksPath : null,
  };
}
