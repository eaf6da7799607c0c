import { t } from '../../platform/language/t.js';
import { initials } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import type { SharedDevice } from '../../platform/web/shared-device.js';
import { SIGN_IN_PATH } from '../paths.js';
import type { NamedAtCounter, PinFacts } from './counter.service.js';
import { companySignInFor } from '../paths.js';
import { counterNamesPath, counterNewPinPath, counterPath, counterPersonPath, ownPinFor } from './paths.js';

/** More names than these are looked for rather than looked over. */
const AT_A_GLANCE = 20;

/** What was looked for without a script, and who it could be. */
interface Looked {
  typed: string;
  found: readonly NamedAtCounter[];
}

/** @param looked null for all names */
export function presentNames(device: SharedDevice, people: readonly NamedAtCounter[], looked: Looked | null = null) {
  return {
    title: t('Who is at the counter?'),
    place: t('{device}, {unit}', { device: device.name, unit: device.unitName }),
    find: people.length > AT_A_GLANCE ? { action: counterNamesPath, typed: looked?.typed ?? '' } : null,
    // A few that were found need no letters to jump to.
    letters: looked === null && people.length > AT_A_GLANCE,
    allPath: looked === null ? null : counterPath,
    nobody: looked !== null && looked.found.length === 0,
    groups: groupsOf(looked?.found ?? people).map(({ letter, members }) => ({
      letter,
      id: letter === null ? null : `letter-${letter}`,
      people: members.map(presentPerson),
    })),
    empty: people.length === 0,
    signInPath: SIGN_IN_PATH,
  };
}

function presentPerson({ key, name }: NamedAtCounter) {
  return { path: counterPersonPath(key), name, initials: initials(name), search: name.toLocaleLowerCase() };
}

/** Many names stand under their letters, to be jumped to. */
function groupsOf(people: readonly NamedAtCounter[]): { letter: string | null; members: NamedAtCounter[] }[] {
  if (people.length <= AT_A_GLANCE) return people.length === 0 ? [] : [{ letter: null, members: [...people] }];
  const groups = new Map<string, NamedAtCounter[]>();
  for (const person of people) {
    const letter = letterOf(person.name);
    groups.set(letter, [...(groups.get(letter) ?? []), person]);
  }
  return [...groups].map(([letter, members]) => ({ letter, members }));
}

/** 'Éva' stands under E. */
const letterOf = (name: string) => (name.normalize('NFD')[0] ?? '').toLocaleUpperCase();

export function presentPinPad(person: NamedAtCounter, problems: readonly Problem[]) {
  const shown = presentProblems(problems);
  return {
    title: problems.length > 0 ? t('Error: Your PIN') : t('Your PIN'),
    name: person.name,
    initials: initials(person.name),
    action: counterPersonPath(person.key),
    newPinPath: counterNewPinPath(person.key),
    counterPath,
    problems: shown,
    sentence: shown?.by.pin ?? null,
    digits: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'],
  };
}

export function presentNewPin(person: NamedAtCounter, facts: PinFacts, problems: readonly Problem[]) {
  const { first, byPassword, byCompany } = facts;
  const heading = first ? t('Choose your PIN') : t('Choose another PIN');
  const shown = presentProblems(problems);
  return {
    title: problems.length > 0 ? t('Error: {heading}', { heading }) : heading,
    heading,
    name: person.name,
    reference: person.reference,
    action: counterNewPinPath(person.key),
    backPath: first ? counterPath : counterPersonPath(person.key),
    signInPath: SIGN_IN_PATH,
    // Whoever has no password here is not asked for one where the company signs them in.
    byPassword: byPassword || !byCompany,
    // The way in leads to a first PIN by itself.
    companyPath: byCompany ? companySignInFor(first ? '/' : ownPinFor(counterPath)) : null,
    problems: shown,
    errors: shown?.by ?? {},
  };
}
