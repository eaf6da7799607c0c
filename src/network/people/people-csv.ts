/** The list of people as a file: a row a person, as the import's file names things, with the area and long leave. */
import type { Role } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { sayRole } from '../role-words.js';
import type { PersonListed, PlaceHeld } from './people-list.queries.js';

/** @param withEmail for those who keep the records; a manager does not need addresses to look after people */
export function peopleColumns(withEmail: boolean): CsvColumn<PersonListed>[] {
  const main = (of: (held: PlaceHeld) => string | null) => (person: PersonListed) =>
    person.held[0] ? of(person.held[0]) : null;
  return [
    { heading: t('Personnel reference'), of: ({ reference }) => reference },
    { heading: t('Name'), of: ({ name }) => name },
    ...(withEmail ? [{ heading: t('E-mail address'), of: ({ email }: PersonListed) => email }] : []),
    { heading: t('Role'), of: main(({ role }: { role: Role }) => sayRole(role)) },
    { heading: t('Code'), of: main(({ code }) => code) },
    { heading: t('Place'), of: main(({ name }) => name) },
    { heading: t('Area'), of: main(({ areaName }) => areaName) },
    { heading: t('From'), of: main(({ from }) => from) },
    { heading: t('To'), of: main(({ to }) => to) },
    { heading: t('On long leave'), of: ({ onLeave }) => (onLeave ? t('yes') : t('no')) },
    { heading: t('Long leave until'), of: ({ onLeaveUntil }) => onLeaveUntil },
    {
      heading: t('Further posts'),
      of: ({ held }) =>
        held
          .slice(1)
          .map((one) => `${sayRole(one.role)}, ${one.name}`)
          .join('; ') || null,
    },
  ];
}
