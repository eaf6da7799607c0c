import { msg, t } from '../../platform/language/t.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { accountPath, ownPasswordPath } from '../paths.js';

export function presentOwnPassword(reference: string, problems: readonly Problem[]) {
  const shown = presentProblems(problems);
  return {
    title: problems.length > 0 ? t('Error: Change your password') : t('Change your password'),
    action: ownPasswordPath,
    accountPath,
    reference,
    problems: shown,
    errors: shown?.by ?? {},
  };
}

export const ownPasswordLink = {
  label: msg('Change your password'),
  about: msg('You’re signed out everywhere else when you do.'),
  path: ownPasswordPath,
  order: 30,
};
