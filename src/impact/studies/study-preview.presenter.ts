import { addDays, type IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber } from '../../platform/say.js';
import { studiesPath } from '../paths.js';
import { sayEnoughOn, sayMissing } from './say-not-enough.js';
import type { Draft } from './study-draft.js';
import type { Preview } from './study-preview.service.js';
import type { StudyQuestionForm } from './study.forms.js';

interface Looked {
  form: StudyQuestionForm;
  draft: Draft;
  preview: Preview;
  formToken: string;
}

/** What would be in a study: who is on which side and whether there is enough, and no score of anybody. */
export function presentPreview({ form, draft, preview, formToken }: Looked) {
  const { panel, notEnough, weeks } = preview;
  const fact = (label: string, n: number, note: string | null = null) => ({
    ...{ label, value: sayNumber(n), note, path: null },
  });
  return {
    title: draft.title,
    facts: [
      fact(t('Units with answers'), panel.units),
      fact(t('Trained'), panel.trained, firstStart(panel.firstStart)),
      fact(t('To compare with'), panel.compared, t('not trained yet when the first were')),
      fact(t('Trained all along'), panel.always, t('left out: nothing is known from before')),
    ],
    weeks: sayWeeks(draft.weeks, weeks?.to ?? null),
    missing: notEnough ? notEnough.missing.map((one) => sayMissing(one)) : [],
    enough: notEnough ? sayEnoughOn(notEnough, weeks !== null) : t('There is enough to work it out now.'),
    frozen: t(
      'From here on it is frozen: courses, outcome, units, weeks and the way it is reckoned stay as they are, and so does the study. Another question is another study.',
    ),
    path: studiesPath,
    fields: fieldsOf({ ...form, title: draft.title, from: draft.weeks.from, to: draft.weeks.to, formToken }),
  };
}

const firstStart = (on: IsoDate | null) => (on === null ? null : t('the first from {date}', { date: sayFullDate(on) }));

/** Also how far the weeks that are closed by now go. */
function sayWeeks({ from, to }: Draft['weeks'], closedTo: IsoDate | null): string {
  const dates = { from: sayFullDate(from), to: sayFullDate(addDays(to, 6)) };
  if (closedTo === null) return t('Weeks from {from} to {to}; none of them is closed yet.', dates);
  if (closedTo === to) return t('Weeks from {from} to {to}, all of them closed.', dates);
  return t('Weeks from {from} to {to}, closed up to {closed} so far.', {
    ...dates,
    closed: sayFullDate(addDays(closedTo, 6)),
  });
}

/** What was looked at, once more and without gaps, for the button that registers it. */
function fieldsOf(form: Record<string, string | readonly string[]>) {
  return Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one as string })));
}
