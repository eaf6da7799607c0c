import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import {
  areaPath,
  detailsPath,
  extraTimePath,
  leavePath,
  networkUnitPath,
  newLeavePath,
  newPostPath,
  peoplePath,
  postingEndPath,
  regionPath,
} from '../paths.js';
import { sayRole } from '../role-words.js';
import { presentChanges } from './changing/change-list.presenter.js';
import type { ChangeMade, PlaceFound } from './changing/person-changes.queries.js';
import { rolesOf } from './person-roles.presenter.js';
import type { Away, PersonSeen, PostingHeld } from './person.queries.js';
import type { PersonCard } from './person-cards.service.js';
import { sayDays } from './say-days.js';
import { wholePosts } from './whole-posts.js';

export interface PersonFacts {
  person: PersonSeen;
  cards: PersonCard[];
  /** For those who may change the person; null for others. */
  changing: { made: ChangeMade[]; places: PlaceFound[]; formToken: string } | null;
  /** The page that says why somebody sees what they see. */
  accessPath: string | null;
}

/** A person's page as those who look after them see it. */
export function personPage(facts: PersonFacts, today: IsoDate, problems: readonly Problem[] = []) {
  const { person, changing, cards } = facts;
  const shown = presentProblems(problems);
  const posts = wholePosts(person.postings);
  const may = changing !== null;
  return {
    title: shown ? t('Error: {name}', { name: person.name }) : person.name,
    heading: person.name,
    sub: sayNow(posts, person.reference, today),
    problems: shown,
    back: { href: peoplePath, text: t('People') },
    tags: tagsOf(person, posts, today),
    postings: posts.length > 0 ? posts.map((post) => presentPost(post, person.reference, today, may)) : null,
    roles: rolesOf(person, today),
    leaves: person.leaves.map((leave) => presentLeave(leave, person.reference, today, may)),
    cards,
    changing: changing ? presentChanging(person, changing, shown?.by.percent ?? null, facts.accessPath, today) : null,
  };
}

function sayNow(posts: readonly PostingHeld[], reference: string, today: IsoDate): string {
  const now = posts.find((post) => holds(post, today) && post.main) ?? posts.find((post) => holds(post, today));
  if (!now) return reference;
  const values = { role: sayRole(now.role), place: sayPlace(now), reference };
  return t('{role}, {place}. Reference {reference}', values);
}

function tagsOf({ leaves }: PersonSeen, posts: readonly PostingHeld[], today: IsoDate) {
  const tags: { text: string; tone: string | null }[] = [];
  const away = leaves.find((leave) => holds(leave, today));
  if (away)
    tags.push({
      text: away.to ? t('On long leave until {day}', { day: sayFullDate(away.to) }) : t('On long leave'),
      tone: 'brand',
    });
  if (posts.some((post) => holds(post, today))) return tags;
  const next = posts
    .filter(({ from }) => from > today)
    .map(({ from }) => from)
    .sort()[0];
  const last = posts
    .flatMap(({ to }) => (to ? [to] : []))
    .sort()
    .at(-1);
  if (next) tags.push({ text: t('Starts on {day}', { day: sayFullDate(next) }), tone: 'today' });
  else if (last) tags.push({ text: t('Left on {day}', { day: sayFullDate(last) }), tone: null });
  return tags;
}

function presentPost(post: PostingHeld, reference: string, today: IsoDate, may: boolean) {
  const { place, from, to, role, main } = post;
  const over = to !== null && to < today;
  return {
    role: sayRole(role),
    place: sayPlace(post),
    path: place?.open ? placePath(place) : null,
    area: place?.areaName ?? null,
    days: sayDays(from, to, today),
    over,
    note: over ? null : from > today ? t('planned') : main ? null : t('beside the main post'),
    endPath: may && !over ? postingEndPath(reference, post.id) : null,
    endHidden: ` ${t('{role}, {place}', { role: sayRole(role), place: sayPlace(post) })}`,
  };
}

function presentLeave({ id, from, to }: Away, reference: string, today: IsoDate, may: boolean) {
  const over = to !== null && to < today;
  return { days: sayDays(from, to, today), over, path: may && !over ? leavePath(reference, id) : null };
}

function presentChanging(
  { reference, extraTimePercent, email }: PersonSeen,
  { made, places, formToken }: NonNullable<PersonFacts['changing']>,
  percentProblem: string | null,
  accessPath: string | null,
  today: IsoDate,
) {
  return {
    newPostPath: newPostPath(reference),
    newLeavePath: newLeavePath(reference),
    detailsPath: detailsPath(reference),
    detailsHidden: ` ${t('Name and e-mail address')}`,
    email: email ?? t('No e-mail address'),
    extraTime: { path: extraTimePath(reference), value: String(extraTimePercent), problem: percentProblem },
    accessPath,
    formToken,
    made: presentChanges(made, places, reference, today),
  };
}

function sayPlace({ place }: PostingHeld): string {
  return place?.name ?? t('elsewhere in the network');
}

function placePath({ kind, code }: NonNullable<PostingHeld['place']>): string {
  return kind === 'unit' ? networkUnitPath(code) : kind === 'area' ? areaPath(code) : regionPath(code);
}

const holds = ({ from, to }: { from: IsoDate; to: IsoDate | null }, day: IsoDate): boolean =>
  from <= day && (to === null || to >= day);
