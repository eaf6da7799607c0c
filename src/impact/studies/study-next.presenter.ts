import { t } from '../../platform/language/t.js';
import { newPlanPath, newStudyPath } from '../paths.js';
import type { NextRule, NextStep } from './next-step.js';
import type { Study } from './study.js';

interface May {
  study: boolean;
  plan: boolean;
}

/** What to do next, with a button for those who may do it. */
export function presentNext({ rule, sentence, notes }: NextStep, study: Study, may: May) {
  return { sentence, notes, action: actionOf(rule, study, may) };
}

function actionOf(rule: NextRule, study: Study, may: May) {
  if (rule === 'askDifferently')
    return may.study ? { text: t('Ask again'), path: `${newStudyPath}?${coursesOf(study, 'courses')}` } : null;
  if (!may.plan) return null;
  if (rule === 'assignInWaves')
    return { text: t('Plan two random waves'), path: `${newPlanPath}?${coursesOf(study, 'course')}` };
  return rule === 'everybodyHasIt' ? { text: t('Plan random waves'), path: newPlanPath } : null;
}

const coursesOf = ({ courses }: Study, name: string): string =>
  new URLSearchParams(courses.map(({ slug }): [string, string] => [name, slug])).toString();
