import { t } from '../platform/language/t.js';
import { presentProblems } from '../platform/web/form.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.js';
import { SIGN_IN_PATH, signInHelpPath } from './paths.js';
import type { DemoPerson } from './sign-in.queries.js';

export interface SignInFormShown {
  login: string;
  next: string;
  /** What went wrong, or null on a first visit. */
  sentence: string | null;
  demo: DemoPerson[];
}

export function presentSignIn({ login, next, sentence, demo }: SignInFormShown) {
  return {
    title: sentence ? t('Error: Sign in') : t('Sign in'),
    action: SIGN_IN_PATH,
    helpPath: signInHelpPath,
    login,
    next,
    problems: presentProblems(sentence ? [{ field: 'login', sentence }] : []),
    sentence,
    demo: demo.length > 0 ? { password: DEMO_PASSWORD, people: demo.map(presentDemoPerson) } : null,
  };
}

function presentDemoPerson({ reference, name }: DemoPerson) {
  return {
    id: `demo-${reference}`,
    reference,
    name,
    button: t('Sign in as {name}', { name }),
    who: whoIs(reference),
  };
}

function whoIs(reference: string): string {
  const person = DEMO_PEOPLE.find((one) => one.reference === reference);
  return person === undefined ? '' : t(person.who);
}
