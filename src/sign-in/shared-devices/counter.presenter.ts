import { t } from '../../platform/language/t.js';
import { initials } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import type { SharedDevice } from '../../platform/web/shared-device.js';
import { SIGN_IN_PATH } from '../paths.js';
import type { NamedAtCounter } from './counter.service.js';
import { counterNewPinPath, counterPath, counterPersonPath } from './paths.js';

/** More names than these are looked for rather than looked over. */
const AT_A_GLANCE = 20;

export function presentNames(device: SharedDevice, people: readonly NamedAtCounter[]) {
  return {
    title: t('Who is at the counter?'),
    place: t('{device}, {unit}', { device: device.name, unit: device.unitName }),
    many: people.length > AT_A_GLANCE,
    groups: groupsOf(people).map(({ letter, members }) => ({
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

/** @param first whether there was no PIN before */
export function presentNewPin(person: NamedAtCounter, first: boolean, problems: readonly Problem[]) {
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
    problems: shown,
    errors: shown?.by ?? {},
  };
}
