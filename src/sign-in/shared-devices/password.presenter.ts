import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { counterPasswordPath } from './paths.js';

export function presentPassword(actor: Actor, next: string, problems: readonly Problem[]) {
  const title = t('Sign in with your password to do this');
  const shown = presentProblems(problems);
  return {
    title: problems.length > 0 ? t('Error: {heading}', { heading: title }) : title,
    heading: title,
    action: counterPasswordPath('/'),
    reference: actor.reference,
    next,
    problems: shown,
    sentence: shown?.by.password ?? null,
  };
}
