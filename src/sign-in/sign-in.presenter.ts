import { msg, t } from '../platform/language/t.js';
import { presentProblems } from '../platform/web/form.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.js';
import { companySignInFor, firstCodePath, SIGN_IN_PATH, signInHelpPath } from './paths.js';
import type { DemoPerson } from './sign-in.queries.js';

export interface SignInFormShown {
  login: string;
  next: string;
  /** What went wrong, or null on a first visit. */
  sentence: string | null;
  demo: DemoPerson[];
  /** Whether there is an identity provider. */
  company: boolean;
  passwordsForAll: boolean;
}

export function presentSignIn({ login, next, sentence, demo, company, passwordsForAll }: SignInFormShown) {
  return {
    title: sentence ? t('Error: Sign in') : t('Sign in'),
    action: SIGN_IN_PATH,
    helpPath: passwordsForAll ? signInHelpPath : null,
    firstCodePath: passwordsForAll ? firstCodePath : null,
    company: company ? { path: companySignInFor(next), about: t(passwordsForAll ? COMPANY_OR : COMPANY_ONLY) } : null,
    companyOnly: !passwordsForAll,
    // After a mistake the form is where the reader was.
    formOpen: sentence !== null,
    login,
    next,
    problems: presentProblems(sentence ? [{ field: 'login', sentence }] : []),
    sentence,
    demo: demo.length > 0 ? { password: DEMO_PASSWORD, people: demo.map(presentDemoPerson) } : null,
  };
}

const COMPANY_OR = msg('The same account as for your other work. Without one, use your reference and password.');
const COMPANY_ONLY = msg('The same account as for your other work. A password is only for a few named people.');

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
