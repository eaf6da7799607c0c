import { coursePath } from '../../courses/paths.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { latestDueDate } from '../assigning/due-date.js';
import type { MoreTimeForm } from '../changing/changing.forms.js';
import { moreTimePath } from '../paths.js';
import type { AssignedCourse } from './assigned-course.js';
import { sayWhy } from './who-asked.js';

const USUAL_DAYS = 7;

export interface MoreTimeFacts {
  course: AssignedCourse;
  form: MoreTimeForm;
  problems: Problem[];
  formToken: string;
}

export function presentMoreTime({ course, form, problems, formToken }: MoreTimeFacts, today: IsoDate) {
  const shown = presentProblems(problems);
  const { title, slug, dueOn, reasons, wantedOn } = course;
  const from = dueOn > today ? dueOn : today;
  const values = { title, day: sayDate(dueOn, today) };
  return {
    title: shown ? t('Error: More time for {title}', values) : t('More time for {title}', values),
    heading: t('More time for {title}', values),
    problems: shown,
    errors: { dueOn: shown?.by.dueOn ?? null, words: shown?.by.words ?? null },
    backPath: coursePath(slug),
    backText: title,
    due: dueOn < today ? t('It was due {day}.', values) : t('It is due {day}.', values),
    whys: reasons.map(sayWhy),
    asked: wantedOn ? t('You asked for time until {day}.', { day: sayDate(wantedOn, today) }) : null,
    action: moreTimePath(slug),
    formToken,
    dueOn: { value: form.dueOn || addDays(from, USUAL_DAYS), min: addDays(from, 1), max: latestDueDate(today) },
    words: form.words,
  };
}
