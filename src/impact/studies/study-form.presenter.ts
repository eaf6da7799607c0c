import { KIND_NAMES } from '../../campaigns/studio/say-audience.js';
import { UNIT_KINDS } from '../../network/imports/codes.js';
import { t } from '../../platform/language/t.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { METRIC_NAMES, METRICS } from '../link-choice.js';
import { impactPath, newStudyPath, studiesPath } from '../paths.js';
import { CLUSTER_LEVELS } from './study.js';
import { MOST_WEEKS, type StudyChoices, WEEKS_AFTER, WEEKS_BEFORE } from './study-draft.js';
import { CLUSTER_NAMES, WEIGHTING_NAMES } from './study-names.js';
import type { presentPreview } from './study-preview.presenter.js';
import { type StudyQuestionForm, WEIGHTINGS } from './study.forms.js';

interface Around {
  choices: StudyChoices;
  problems: readonly Problem[];
  /** What would be in it; null before somebody looked. */
  preview: ReturnType<typeof presentPreview> | null;
}

/** The form in which a question is asked, with what would be in the study once somebody has looked. */
export function studyFormPage(form: StudyQuestionForm, { choices, problems, preview }: Around) {
  const shown = presentProblems(problems);
  return {
    title: preview ? t('Ask a question: what would be in it') : t('Ask a question'),
    heading: t('Ask a question'),
    sub: t('Everything is fixed before anybody looks, so that nobody can choose what suits the answer.'),
    crumbs: [
      { text: t('Impact'), href: impactPath },
      { text: t('Studies'), href: studiesPath },
      { text: t('Ask a question'), href: null },
    ],
    action: newStudyPath,
    problems: shown,
    by: shown?.by ?? {},
    preview,
    formHeading: preview ? t('Change something') : null,
    ...about(form, choices),
    ...measured(form),
    ...reckoned(form),
  };
}

/** Which training, and where. */
function about(form: StudyQuestionForm, { courses, campaigns, regions }: StudyChoices) {
  return {
    courses: courses.map(({ slug, title }) => ({ value: slug, text: title, checked: form.courses.includes(slug) })),
    campaigns: [
      { value: '', text: t('None: courses instead'), selected: form.campaign === '' },
      ...campaigns.map(({ slug, title }) => ({ value: slug, text: title, selected: slug === form.campaign })),
    ],
    kinds: UNIT_KINDS.map((value) => ({ value, text: t(KIND_NAMES[value]), checked: form.kinds.includes(value) })),
    regions: regions.map(({ code, name }) => ({ value: code, text: name, checked: form.regions.includes(code) })),
  };
}

/** What is looked at, and when. */
function measured(form: StudyQuestionForm) {
  return {
    metrics: METRICS.map((value) => ({ value, text: t(METRIC_NAMES[value]), selected: value === form.metric })),
    ...{ from: form.from, to: form.to, asked: form.title },
    fromHint: t('Any day of it. Leave it empty for {n} weeks before the first completion.', {
      n: String(WEEKS_BEFORE),
    }),
    toHint: t(
      'It may lie ahead: the study is then worked out again as weeks close. Leave it empty for {n} weeks after the first completion. At most {most} weeks in all.',
      { n: String(WEEKS_AFTER), most: String(MOST_WEEKS) },
    ),
  };
}

/** How it is reckoned. */
function reckoned(form: StudyQuestionForm) {
  return {
    threshold: form.threshold,
    weightings: WEIGHTINGS.map((value) => ({
      value,
      text: t(WEIGHTING_NAMES[value].name),
      hint: t(WEIGHTING_NAMES[value].hint),
      checked: value === form.weighting,
    })),
    clusters: CLUSTER_LEVELS.map((value) => ({
      value,
      text: t(CLUSTER_NAMES[value].name),
      hint: t(CLUSTER_NAMES[value].hint),
      checked: value === form.clusterLevel,
    })),
  };
}
