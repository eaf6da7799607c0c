import { DRIVER_NAMES } from '../../../platform/drivers.js';
import { t } from '../../../platform/language/t.js';
import type { Draft } from '../drafts/draft.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { COMPLETION_RULE_NAMES, COURSE_KIND_NAMES, COURSE_LANGUAGES } from './about-words.js';

/** The facts of a course for the list on its first page; `value` null for what is still to be written. */
export function aboutRows({ slug, content }: Draft): { label: string; value: string | null; own: boolean }[] {
  const row = (label: string, value: string | null, own = false) => ({ label, value: value || null, own });
  return [
    row(t('Summary'), content.summary, true),
    row(t('Drivers'), drivers(content)),
    row(t('Minutes'), content.minutes === null ? null : String(content.minutes)),
    row(t('Kind'), t(COURSE_KIND_NAMES[content.kind])),
    row(t('Finished when'), t(COMPLETION_RULE_NAMES[content.completionRule])),
    row(t('A completion counts'), validity(content.validityMonths)),
    row(t('Language'), COURSE_LANGUAGES[content.language]),
    row(t('Address'), `/courses/${slug}`),
  ];
}

/** The main one first. */
function drivers({ drivers: all, primaryDriver }: DraftContent): string {
  const first = all.filter((driver) => driver === primaryDriver);
  const names = [...first, ...all.filter((driver) => driver !== primaryDriver)].map((driver) =>
    t(DRIVER_NAMES[driver]),
  );
  return names.join(', ');
}

export function validity(months: number | null): string {
  return months === null ? t('for good') : t('{n, plural, one {for # month} other {for # months}}', { n: months });
}
