import { DRIVER_NAMES, DRIVERS } from '../../../platform/drivers.js';
import { LANGUAGES } from '../../../platform/language/language.js';
import { t } from '../../../platform/language/t.js';
import { presentProblems, type Problem } from '../../../platform/web/form.js';
import { COMPLETION_RULES, COURSE_KINDS } from '../../content/content.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { draftAboutPath, draftPath } from '../paths.js';
import { type BarFacts, courseName, presentBar } from '../studio-bar.presenter.js';
import type { AboutForm } from './about.forms.js';
import { COMPLETION_RULE_NAMES, COURSE_KIND_NAMES, COURSE_LANGUAGES } from './about-words.js';

/** @param typed what was posted, when it came back with problems */
export function presentAbout(facts: BarFacts, problems: readonly Problem[], typed: AboutForm | null) {
  const { draft } = facts;
  const view = presentProblems(problems);
  const values = { ...draft.content, ...(typed === null ? {} : { ...typed, slug: typed.slug ?? draft.slug }) };
  return {
    title: t('About the course, {course}', { course: courseName(draft) }),
    bar: presentBar(facts, [{ text: t('About the course') }]),
    problems: view,
    errors: view?.by ?? {},
    path: draftAboutPath(draft.id),
    backPath: draftPath(draft.id),
    revision: draft.revision,
    values: {
      title: values.title,
      summary: values.summary,
      slug: values.slug,
      minutes: values.minutes,
      validityMonths: values.validityMonths,
    },
    mayMove: draft.courseId === null,
    address: `/courses/${draft.slug}`,
    ...choices(values),
  };
}

type Choices = Pick<DraftContent, 'drivers' | 'primaryDriver' | 'kind' | 'language' | 'completionRule'>;

function choices({ drivers, primaryDriver, kind, language, completionRule }: Choices) {
  return {
    drivers: DRIVERS.map((value) => ({ value, text: t(DRIVER_NAMES[value]), checked: drivers.includes(value) })),
    primaryDrivers: [
      { value: '', text: t('Choose the main driver'), selected: primaryDriver === null },
      ...DRIVERS.map((value) => ({ value, text: t(DRIVER_NAMES[value]), selected: value === primaryDriver })),
    ],
    kinds: COURSE_KINDS.map((value) => ({ value, text: t(COURSE_KIND_NAMES[value]), selected: value === kind })),
    languages: LANGUAGES.map((value) => ({ value, text: COURSE_LANGUAGES[value], selected: value === language })),
    completionRules: COMPLETION_RULES.map((value) => ({
      value,
      text: t(COMPLETION_RULE_NAMES[value]),
      selected: value === completionRule,
    })),
  };
}
