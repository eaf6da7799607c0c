import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import type { AccessForm } from './access.forms.js';
import type { AccessAnswer } from './access.service.js';
import { accessPath } from './paths.js';
import { sayHeld, sayMissing, sayPosted, sayRoles, sayStanding, sayThrough } from './say-access.js';

/** The form, and below it the answer to what was asked. */
export function presentAccess(
  form: AccessForm,
  answer: AccessAnswer | null,
  problems: readonly Problem[],
  today: IsoDate,
) {
  const shown = presentProblems(problems);
  const title = t('Why can I see this, or not?');
  return {
    title: shown ? t('Error: {title}', { title }) : title,
    heading: title,
    sub: t('Ask for a person, a place or a page, and a day. Every question is written to the audit log.'),
    problems: shown,
    errors: shown?.by ?? {},
    action: accessPath,
    form: { ...form, on: form.on || today },
    answer: answer && presentAnswer(answer),
  };
}

function presentAnswer(answer: AccessAnswer) {
  const { person, target, asked, page, day, explained } = answer;
  const { allowed, opens, others, missing } = explained;
  const what = target && !page ? `${target.name} (${target.code})` : asked;
  return {
    allowed,
    verdict: verdictOf(allowed, page !== null, { name: person.name, what, day: sayFullDate(day) }),
    tone: allowed ? 'good' : 'bad',
    tag: allowed ? t('Yes') : t('No'),
    why: opens.map((one) => ({ text: sayHeld(person.name, one.held), more: sayThrough(one, target) })),
    roles: rolesOf(answer),
    facts: factsOf(answer),
    others: allowed ? [] : others.map((held) => sayHeld(person.name, held)),
    missing: missing.map((one) => sayMissing(person.name, one, target)),
  };
}

/** Which roles a page asks for, and which the person has. */
function rolesOf({ person, page, explained }: AccessAnswer): string[] {
  if (page === null) return [];
  if (page.roles === null) return [t('The page is open to everybody.')];
  return sayRoles(page.roles, [...explained.opens.map(({ held }) => held), ...explained.others], person.name);
}

function factsOf({ person, target, day, explained }: AccessAnswer): string[] {
  const posted = sayPosted(person.name, explained);
  const standing = explained.allowed || target === null ? null : sayStanding(target, day);
  return [posted, standing].filter((fact) => fact !== null);
}

function verdictOf(allowed: boolean, isPage: boolean, values: { name: string; what: string; day: string }): string {
  if (isPage)
    return allowed ? t('{name} can open {what} on {day}.', values) : t('{name} cannot open {what} on {day}.', values);
  return allowed ? t('{name} sees {what} on {day}.', values) : t('{name} does not see {what} on {day}.', values);
}
