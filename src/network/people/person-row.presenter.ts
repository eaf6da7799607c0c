import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { areaPath, networkUnitPath, personPath, regionPath, unitPath } from '../paths.js';
import { sayRole } from '../role-words.js';
import type { PersonListed, PlaceHeld } from './people-list.queries.js';
import type { PeopleFilter } from './people-filter.js';

interface RowContext extends Pick<PeopleFilter, 'show' | 'on'> {
  today: IsoDate;
  /** Whose page can be opened today. */
  open: ReadonlySet<string>;
}

/** One person of the list: what they do, where, since when, and what is special about it. */
export function personRow(person: PersonListed, context: RowContext) {
  const [main, ...others] = person.held;
  return {
    name: person.name,
    reference: person.reference,
    path: context.open.has(person.reference) ? personPath(person.reference) : null,
    role: main ? sayRole(main.role) : null,
    place: main ? presentPlace(main, context) : null,
    since: main ? saySince(main) : null,
    others: others.map((held) => t('also {role}, {place}', { role: lowerFirst(sayRole(held.role)), place: held.name })),
    tags: tagsOf(person, context),
  };
}

/** Pages of places are those of today; a unit that has closed has its history. */
function presentPlace(held: PlaceHeld, { on, show }: RowContext) {
  const pathOfUnit = show === 'unitClosed' ? networkUnitPath : unitPath;
  const path = { unit: pathOfUnit, area: areaPath, region: regionPath }[held.kind](held.code);
  return { name: held.name, path: on === null ? path : null, area: held.areaName };
}

function saySince({ from, to }: PlaceHeld): string {
  if (to === null) return t('since {day}', { day: sayFullDate(from) });
  return t('{from} to {to}', { from: sayFullDate(from), to: sayFullDate(to) });
}

function tagsOf({ held, onLeave, onLeaveUntil }: PersonListed, { show }: RowContext) {
  const tags: { text: string; tone: string | null }[] = [];
  if (onLeave)
    tags.push({
      text: onLeaveUntil ? t('On long leave until {day}', { day: sayFullDate(onLeaveUntil) }) : t('On long leave'),
      tone: 'brand',
    });
  const [main] = held;
  if (show === 'unitClosed') tags.push({ text: t('The unit has closed'), tone: null });
  if (show === 'left' && main?.to) tags.push({ text: t('Left on {day}', { day: sayFullDate(main.to) }), tone: null });
  if (show === 'joining' && main)
    tags.push({ text: t('Starts on {day}', { day: sayFullDate(main.from) }), tone: 'today' });
  return tags;
}

const lowerFirst = (words: string) => words.charAt(0).toLocaleLowerCase() + words.slice(1);
