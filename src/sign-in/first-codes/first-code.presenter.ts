import { t } from '../../platform/language/t.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { firstCodePath, SIGN_IN_PATH } from '../paths.js';

export function presentFirstCode(login: string, problems: readonly Problem[]) {
  const shown = presentProblems(problems);
  return {
    title: problems.length > 0 ? t('Error: Use your code') : t('Use your code'),
    action: firstCodePath,
    signInPath: SIGN_IN_PATH,
    login,
    problems: shown,
    errors: shown?.by ?? {},
  };
}
