import { LANGUAGE_NAMES, LANGUAGES } from '../../../platform/language/language.js';
import { t } from '../../../platform/language/t.js';
import { presentProblems, type Problem } from '../../../platform/web/form.js';
import type { CourseCard } from '../../course-version.js';
import { coursesToMakePath, studioPath } from '../paths.js';
import type { NewCourseForm } from './new-course.forms.js';

/** @param form what was typed, or how the page opens */
export function presentNewCourse(form: NewCourseForm, courses: readonly CourseCard[], problems: readonly Problem[]) {
  const view = presentProblems(problems);
  return {
    title: t('New course'),
    crumbs: [{ text: t('Studio'), href: studioPath() }, { text: t('New course') }],
    problems: view,
    errors: view?.by ?? {},
    path: coursesToMakePath(),
    form: { title: form.title, slug: form.slug, formToken: form.formToken },
    starts: [
      start('nothing', t('Nothing'), t('One empty lesson.'), form),
      start(
        'themeDay',
        t('The template of a theme day'),
        t('One conversation and four questions, five minutes.'),
        form,
      ),
      start('copy', t('A copy of a course'), t('Choose which one below.'), form),
    ],
    copies: [
      { value: '', text: t('Choose a course'), selected: form.copyOf === '' },
      ...courses.map(({ slug, title }) => ({ value: slug, text: title, selected: slug === form.copyOf })),
    ],
    languages: LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value], selected: value === form.language })),
  };
}

function start(value: NewCourseForm['start'], text: string, hint: string, form: NewCourseForm) {
  return { value, id: `start-${value}`, text, hint, checked: form.start === value };
}
