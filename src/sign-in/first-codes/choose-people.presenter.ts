import { msg, t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
import { londonDate } from '../../platform/dates.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import type { UnitPlace } from '../../network/network.queries.js';
import { sayRole } from '../../network/role-words.js';
import type { PlaceOfPost } from '../account/account.queries.js';
import { accountPath, codeSheetPath, codeSheetsPath } from '../paths.js';
import type { Choice } from './first-codes.service.js';
import type { WhyNot } from './who-may-have-one.js';

interface Asked {
  /** References that were ticked; null before anybody did. */
  chosen: readonly string[] | null;
  problems: readonly Problem[];
  /** Whether passwords are for everybody here. */
  passwords: boolean;
  formToken: string;
}

/** Whom to print a code for: those without a way in are ticked already. */
export function presentChoices(
  unit: UnitPlace,
  choices: readonly Choice[],
  { chosen, problems, passwords, formToken }: Asked,
) {
  const shown = presentProblems(problems);
  const open = passwords ? choices.filter(({ whyNot }) => whyNot === null) : [];
  return {
    title: t('First codes for {unit}', { unit: unit.name }),
    sub: t('A code on paper, with which somebody chooses their own password. It works once, for 14 days.'),
    backPath: codeSheetsPath,
    action: codeSheetPath(unit.code),
    formToken,
    problems: shown,
    error: shown?.by.person ?? null,
    passwords,
    people: open.map((choice) => itemOf(choice, unit, chosen)),
    others: choices
      .filter(({ whyNot }) => whyNot !== null)
      .map(({ person, whyNot }) => ({ name: person.name, reference: person.reference, why: t(WHY_NOT[whyNot!]) })),
  };
}

const WHY_NOT: Record<WhyNot, string> = {
  self: msg('That is you. Change your password on your account page.'),
  morePower: msg('Has posts beyond this unit or like your own: an administrator makes this code.'),
  byEmail: msg('Has a password and an e-mail address: a link by e-mail is quicker.'),
};

function itemOf({ person }: Choice, unit: UnitPlace, chosen: readonly string[] | null) {
  const role = person.posts.find(({ place }) => place.kind === 'unit' && place.id === unit.id)?.role;
  return {
    value: person.reference,
    text: t('{name}, {reference}', { name: person.name, reference: person.reference }),
    hint: t('{role}. {state}', { role: role === undefined ? '' : sayRole(role), state: stateOf(person) }),
    checked: chosen === null ? !person.hasPassword && person.openUntil === null : chosen.includes(person.reference),
  };
}

function stateOf({ hasPassword, openUntil }: Choice['person']): string {
  if (openUntil !== null) {
    return t('Has a code that works until {date}; a new one ends it.', { date: sayDate(londonDate(openUntil)) });
  }
  return hasPassword ? t('Has a password; a code replaces it.') : t('Has no password yet.');
}

/** For whoever leads several units. */
export function presentCodeUnits(places: readonly PlaceOfPost[], typed: string, problems: readonly Problem[]) {
  const shown = presentProblems(problems);
  return {
    title: t('First codes'),
    accountPath,
    action: codeSheetsPath,
    typed,
    problems: shown,
    error: shown?.by.unit ?? null,
    units: places.map(({ code, name }) => ({ name, path: codeSheetPath(code) })),
  };
}

export const codeSheetsLink = {
  label: msg('First codes'),
  about: msg('Print codes for colleagues who are new or have no e-mail, to choose a password with.'),
  path: codeSheetsPath,
  order: 60,
};
