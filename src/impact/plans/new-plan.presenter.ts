import { KIND_NAMES } from '../../campaigns/studio/say-audience.js';
import { UNIT_KINDS } from '../../network/imports/codes.js';
import { t } from '../../platform/language/t.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { METRIC_NAMES, METRICS } from '../link-choice.js';
import { impactPath, newPlanPath, plansPath } from '../paths.js';
import type { PlanChoices } from './plan-choice.js';
import type { presentPlan } from './plan-preview.presenter.js';
import { MOST_WAVES } from './plan-what-if.js';
import type { PlanChoiceForm } from './plan.forms.js';
import { sayWaves } from './plan-words.js';

interface Around {
  choices: PlanChoices;
  problems: readonly Problem[];
  /** What it would come to; null before somebody looked. */
  preview: ReturnType<typeof presentPlan> | null;
}

/** The form in which a training in waves is planned, with what it would come to once somebody has looked. */
export function newPlanPage(form: PlanChoiceForm, { choices, problems, preview }: Around) {
  const shown = presentProblems(problems);
  return {
    title: preview ? t('Plan a training in waves: what it would come to') : t('Plan a training in waves'),
    heading: t('Plan a training in waves'),
    sub: t('A lot decides which areas come first, so that what the training did can be told from everything else.'),
    crumbs: [
      { text: t('Impact'), href: impactPath },
      { text: t('Random waves'), href: plansPath },
      { text: t('Plan a training in waves'), href: null },
    ],
    action: newPlanPath,
    problems: shown,
    by: shown?.by ?? {},
    preview,
    formHeading: preview ? t('Change something') : null,
    ...training(form, choices),
    ...places(form, choices),
    ...waves(form),
  };
}

function training(form: PlanChoiceForm, { courses }: PlanChoices) {
  return {
    courses: [
      { value: '', text: t('Choose a course'), selected: form.course === '' },
      ...courses.map(({ slug, title }) => ({ value: slug, text: title, selected: slug === form.course })),
    ],
    metrics: METRICS.map((value) => ({ value, text: t(METRIC_NAMES[value]), selected: value === form.metric })),
    ...{ name: form.title, reason: form.reason },
  };
}

function places(form: PlanChoiceForm, { regions }: PlanChoices) {
  return {
    kinds: UNIT_KINDS.map((value) => ({ value, text: t(KIND_NAMES[value]), checked: form.kinds.includes(value) })),
    regions: regions.map(({ code, name }) => ({ value: code, text: name, checked: form.regions.includes(code) })),
  };
}

function waves(form: PlanChoiceForm) {
  return {
    waves: Array.from({ length: MOST_WAVES }, (_, at) => {
      const value = String(at + 1);
      return { value, text: sayWaves(at + 1), selected: value === form.waves };
    }),
    comparison: [
      {
        value: 'yes',
        text: t('Keep a comparison that never has it'),
        hint: t(
          'One more part of the areas, as large as a wave. One wave needs it; with more it helps to see smaller effects.',
        ),
        checked: form.comparison === 'yes',
      },
    ],
    ...{ firstMonday: form.firstMonday, weeksBetween: form.weeksBetween, daysGiven: form.daysGiven },
  };
}
