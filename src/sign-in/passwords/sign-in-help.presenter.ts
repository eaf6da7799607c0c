import { t } from '../../platform/language/t.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { newPasswordPath, signInHelpPath, SIGN_IN_PATH } from '../paths.js';
import type { LinkOwner } from './one-time-links.queries.js';

export function presentHelp(login: string, problems: readonly Problem[]) {
  return {
    title: problems.length > 0 ? t('Error: Help with signing in') : t('Help with signing in'),
    action: signInHelpPath,
    login,
    problems: presentProblems(problems),
    sentence: problems[0]?.sentence ?? null,
    signInPath: SIGN_IN_PATH,
  };
}

export function presentHelpSent() {
  return { title: t('Look at your e-mail'), signInPath: SIGN_IN_PATH, helpPath: signInHelpPath };
}

export function presentNewPassword(owner: LinkOwner, code: string, problems: readonly Problem[]) {
  return {
    title: problems.length > 0 ? t('Error: Choose a new password') : t('Choose a new password'),
    action: newPasswordPath(null),
    code,
    name: owner.name,
    reference: owner.reference,
    problems: presentProblems(problems),
    sentence: problems[0]?.sentence ?? null,
  };
}

export function presentSpentLink() {
  return { title: t('This link can’t be used any more'), helpPath: signInHelpPath };
}
