/** What somebody fills in, made into what is planned: the course, the Mondays, a title and a reason where none was written. */
import { usualReason } from '../../assignments/assigning/usual-reason.js';
import type { CourseCard } from '../../courses/course-version.js';
import { addDays, type IsoDate, isIsoDate, mondayOf } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayWeekday } from '../../platform/say.js';
import type { PlanChoiceForm } from './plan.forms.js';
import { sayWaves } from './plan-words.js';
import type { PlanChoice } from './wave-plan.js';

/** What there is to choose from. */
export interface PlanChoices {
  /** Those that can be assigned. */
  courses: CourseCard[];
  regions: { id: number; code: string; name: string }[];
}

/** Long enough to tell those who lead the areas. */
const USUAL_WEEKS_AHEAD = 2;
const LONGEST_AHEAD = 366;
const LONGEST_NAME = 80;

/** The Monday that stands in the form before anybody chooses. */
export const usualFirstMonday = (today: IsoDate): IsoDate => addDays(mondayOf(today), 7 * USUAL_WEEKS_AHEAD);

/** @throws RuleBroken with the field it is about */
export function planChoiceOf(form: PlanChoiceForm, choices: PlanChoices, today: IsoDate): PlanChoice {
  const course = courseChosen(form, choices);
  const [waves, comparison] = [Number(form.waves), form.comparison === 'yes'];
  if (waves === 1 && !comparison)
    throw new RuleBroken(
      t('With one wave there has to be a comparison: otherwise there is nobody to compare with.'),
      'comparison',
    );
  return {
    ...{ courseId: course.courseId, metric: form.metric, kinds: [...new Set(form.kinds)], waves, comparison },
    title: form.title === '' ? titleFor(course.title, waves) : form.title,
    reason: form.reason === '' ? usualReason(course.driver) : form.reason,
    regionIds: regionsChosen(form.regions, choices),
    firstMonday: firstMondayChosen(form.firstMonday, today),
    weeksBetween: Number(form.weeksBetween),
    daysGiven: Number(form.daysGiven),
  };
}

/** @throws RuleBroken with the field it is about */
export function courseChosen({ course }: Pick<PlanChoiceForm, 'course'>, { courses }: PlanChoices): CourseCard {
  const found = courses.find(({ slug }) => slug === course);
  if (!found) throw new RuleBroken(t('Choose a course.'), 'course');
  return found;
}

/** Null for all: also when each is named. */
function regionsChosen(codes: readonly string[], { regions }: PlanChoices): number[] | null {
  const found = regions.filter(({ code }) => codes.includes(code));
  if (found.length < new Set(codes).size) throw new RuleBroken(t('Choose from the list.'), 'regions');
  return found.length === 0 || found.length === regions.length ? null : found.map(({ id }) => id);
}

function firstMondayChosen(day: string, today: IsoDate): IsoDate {
  const broken = (sentence: string) => new RuleBroken(sentence, 'firstMonday');
  if (!isIsoDate(day)) throw broken(t('Give the Monday on which the first wave begins.'));
  if (mondayOf(day) !== day)
    throw broken(
      t('That is a {weekday}. A wave begins on a Monday: {date}, say.', {
        weekday: sayWeekday(day),
        date: sayFullDate(addDays(mondayOf(day), 7)),
      }),
    );
  if (day <= today) throw broken(t('That Monday is not ahead of us. Choose a later one.'));
  if (day > addDays(today, LONGEST_AHEAD)) throw broken(t('Choose a Monday within the next year.'));
  return day;
}

function titleFor(course: string, waves: number): string {
  const name = course.length > LONGEST_NAME ? `${course.slice(0, LONGEST_NAME - 1)}…` : course;
  return t('{course}, in {waves}', { course: name, waves: sayWaves(waves) });
}
