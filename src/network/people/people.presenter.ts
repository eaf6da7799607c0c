import { type Actor, type Role, ROLES } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate, sayList, sayNumber } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { networkPath, peoplePath } from '../paths.js';
import { sayRole } from '../role-words.js';
import { asOfBanner } from '../as-of-day.js';
import { type PeopleFilter, SHOWS, type Show, writePeopleFilter, writePlace } from './people-filter.js';
import type { PeopleFound } from './people-list.service.js';
import { type NamedPlace, placeOptions } from './place-options.js';
import { personRow } from './person-row.presenter.js';

export interface PeoplePageFacts {
  filter: PeopleFilter;
  found: PeopleFound;
  places: NamedPlace[];
  /** Of those shown, who can be opened today. */
  open: ReadonlySet<string>;
  today: IsoDate;
  problem: string | null;
}

const SHOW_WORDS: Record<Show, string> = {
  inPost: msg('In post'),
  onLeave: msg('On long leave'),
  joining: msg('Starting later'),
  left: msg('Left'),
  unitClosed: msg('In a unit that has closed'),
};

/** The list of people as it is printed. */
export function peoplePage(facts: PeoplePageFacts, actor: Actor) {
  const { filter, found, today, problem } = facts;
  const { people, insteadOf, unknown } = found;
  return {
    title: t('People'),
    sub: sayTotal(found.total, filter),
    network: { text: t('The network'), path: filter.on ? `${networkPath}?on=${filter.on}` : networkPath },
    problems: problem ? { list: [{ text: problem, href: '#on' }] } : null,
    asOf: asOfBanner(filter.on, today, (on) => at({ ...filter, on, after: null, before: null })),
    covers: actor.posts.flatMap(({ cover }) => (cover ? [sayCover(cover)] : [])),
    form: presentForm(facts),
    instead: insteadOf
      ? t('Nobody is called “{typed}”. This is “{found}”.', { typed: filter.find, found: insteadOf.join(' ') })
      : null,
    unknown: unknown.length > 0 ? sayUnknown(unknown) : null,
    people:
      people.length > 0 ? people.map((person) => personRow(person, { ...filter, today, open: facts.open })) : null,
    showing: t('Showing {shown} of {total}.', { shown: sayNumber(people.length), total: sayNumber(found.total) }),
    pages: presentPages(facts),
    csv: people.length > 0 ? csvPath(at({ ...filter, after: null, before: null })) : null,
    empty: sayEmpty(filter),
  };
}

function at(filter: Partial<PeopleFilter>): string {
  const query = new URLSearchParams(writePeopleFilter(filter)).toString();
  return query ? `${peoplePath}?${query}` : peoplePath;
}

function presentForm({ filter, places }: PeoplePageFacts) {
  const { find, role, show, on } = filter;
  return {
    path: peoplePath,
    find,
    on: on ?? '',
    roles: [any(t('All roles'), role === null), ...ROLES.map((one) => option(one, sayRole(one), one === role))],
    places: placeOptions(places, filter.place && writePlace(filter.place)),
    shows: SHOWS.map((one) => option(one, t(SHOW_WORDS[one]), one === show)),
    narrowed: find !== '' || role !== null || filter.place !== null || show !== 'inPost',
    clearPath: at({ on }),
  };
}

const option = (value: Role | Show | '', text: string, selected: boolean) => ({ value, text, selected });
const any = (text: string, selected: boolean) => option('', text, selected);

/** The page before ends where this one begins, the next begins where it ends. */
function presentPages({ filter, found: { people, earlier, further } }: PeoplePageFacts) {
  const [first, last] = [people[0], people.at(-1)];
  if (!first || !last || (!earlier && !further)) return null;
  const edge = ({ searchName, reference }: typeof first) => ({ name: searchName, reference });
  return {
    previous: earlier ? { href: at({ ...filter, after: null, before: edge(first) }) } : null,
    next: further ? { href: at({ ...filter, before: null, after: edge(last) }) } : null,
  };
}

function sayTotal(n: number, { show, on }: PeopleFilter): string {
  const values = { n, day: on ? sayFullDate(on) : '' };
  if (show === 'onLeave')
    return t(
      '{n, plural, =0 {Nobody on long leave} one {# person on long leave} other {# people on long leave}}',
      values,
    );
  if (show === 'joining')
    return t(
      '{n, plural, =0 {Nobody who starts later} one {# person who starts later} other {# people who start later}}',
      values,
    );
  if (show === 'left')
    return t(
      '{n, plural, =0 {Nobody who has left} one {# person who has left} other {# people who have left}}',
      values,
    );
  if (show === 'unitClosed')
    return t(
      '{n, plural, =0 {Nobody with a post in a closed unit} one {# person with a post in a closed unit} other {# people with a post in a closed unit}}',
      values,
    );
  return t('{n, plural, =0 {Nobody in post} one {# person in post} other {# people in post}}', values);
}

function sayCover({ forName, until }: NonNullable<Actor['posts'][number]['cover']>): string {
  return until === null
    ? t('You also see the people of {name}, for whom you stand in.', { name: forName })
    : t('You also see the people of {name}, for whom you stand in until {day}.', {
        name: forName,
        day: sayFullDate(until),
      });
}

function sayUnknown(references: readonly string[]): string {
  const [shown, more] = [references.slice(0, 5), references.length - 5];
  const list = sayList(shown.map((reference) => `“${reference}”`));
  return more > 0
    ? t('We can’t find {list} and {more} more among your people.', { list: shown.join(', '), more: String(more) })
    : t('We can’t find {list} among your people.', { list });
}

function sayEmpty({ find, show, on }: PeopleFilter) {
  if (find !== '') {
    return {
      title: t('Nobody here is called “{find}”', { find }),
      text: t('Try a part of the name or the beginning of the reference, or look among those who have left.'),
    };
  }
  const title = {
    inPost: t('Nobody to show'),
    onLeave: t('Nobody is on long leave'),
    joining: t('Nobody starts later'),
    left: t('Nobody has left'),
    unitClosed: t('Nobody has a post in a unit that has closed'),
  };
  const text =
    on === null ? t('Choose other filters to see more.') : t('Choose another day or other filters to see more.');
  return { title: title[show], text };
}
