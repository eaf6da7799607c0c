/** What was changed by hand about a person, who did it, and whether it can be taken back. */
import { addDays, type IsoDate } from '../../../platform/dates.js';
import { t } from '../../../platform/language/t.js';
import { sayFullDate, sayMoment } from '../../../platform/say.js';
import { undoChangePath } from '../../paths.js';
import { sayRole } from '../../role-words.js';
import { sayDays } from '../say-days.js';
import { type Days, type Held, isSamePost, withMain } from './held.js';
import type { ChangeMade, Details, PlaceFound } from './person-changes.queries.js';

export function presentChanges(
  made: readonly ChangeMade[],
  places: readonly PlaceFound[],
  reference: string,
  today: IsoDate,
) {
  return made.map((change, at) => ({
    when: sayMoment(change.madeAt),
    who: change.madeBy,
    what: sayChange(change, places, today),
    undone: change.undoneAt
      ? t('Taken back by {name}, {when}', { name: change.undoneBy ?? '', when: sayMoment(change.undoneAt) })
      : null,
    undoHidden: ` ${t('the change of {when}', { when: sayMoment(change.madeAt) })}`,
    undoPath: mayOffer(change, made.slice(0, at)) ? undoChangePath(reference, change.id) : null,
  }));
}

/** Newer changes of the same part have to be taken back first. */
function mayOffer({ kind, undoneAt }: ChangeMade, newer: readonly ChangeMade[]): boolean {
  return undoneAt === null && newer.every((other) => other.kind !== kind || other.undoneAt !== null);
}

/** The places that the changes speak of. */
export function placesIn(made: readonly ChangeMade[]): Held[] {
  return made
    .filter(({ kind }) => kind === 'postings')
    .flatMap(({ before, after }) => [...(before as Held[]), ...(after as Held[])]);
}

function sayChange({ kind, before, after }: ChangeMade, places: readonly PlaceFound[], today: IsoDate): string[] {
  if (kind === 'postings') return sayPostings(before as Held[], after as Held[], places, today);
  if (kind === 'leaves') return sayLeaves(before as Days[], after as Days[], today);
  if (kind === 'extraTime')
    return [t('Extra time: {before}% before, {after}% now', { before: String(before), after: String(after) })];
  return sayDetails(before as Partial<Details>, after as Partial<Details>);
}

/** Each post that is new, gone or lasts otherwise, in a sentence. */
export function sayPostings(
  before: readonly Held[],
  after: readonly Held[],
  places: readonly PlaceFound[],
  today: IsoDate,
): string[] {
  const [was, is] = [posts(before), posts(after)];
  const gone = was.filter((one) => !is.some((other) => isSamePost(one, other) && one.from === other.from));
  const changed = is.flatMap((one) => {
    const old = was.find((other) => isSamePost(one, other) && one.from === other.from);
    const values = { post: sayPost(one, places), days: sayWhen(one, today) };
    if (!old) return [t('{post}: new, {days}', values)];
    if (old.to === one.to) return [];
    return [
      one.to === null
        ? t('{post}: goes on without an end', values)
        : t('{post}: ends on {day}', { ...values, day: sayFullDate(addDays(one.to, -1)) }),
    ];
  });
  return [
    ...gone.map((one) => t('{post}: no longer ({days})', { post: sayPost(one, places), days: sayWhen(one, today) })),
    ...changed,
  ];
}

function sayLeaves(before: readonly Days[], after: readonly Days[], today: IsoDate): string[] {
  const has = (some: readonly Days[], one: Days) => some.some(({ from, to }) => from === one.from && to === one.to);
  return [
    ...before
      .filter((one) => !has(after, one))
      .map((one) => t('Long leave, {days}: no longer', { days: sayWhen(one, today) })),
    ...after.filter((one) => !has(before, one)).map((one) => t('Long leave, {days}', { days: sayWhen(one, today) })),
  ];
}

function sayDetails(before: Partial<Details>, after: Partial<Details>): string[] {
  const said: string[] = [];
  if (before.name !== after.name)
    said.push(t('Name: “{after}”, before “{before}”', { before: before.name ?? '', after: after.name ?? '' }));
  if (before.email !== after.email)
    said.push(
      t('E-mail address: {after}, before {before}', {
        before: before.email ?? t('none'),
        after: after.email ?? t('none'),
      }),
    );
  return said;
}

/** Main or not, a post is a post. */
function posts(held: readonly Held[]): Held[] {
  const whole: Held[] = [];
  for (const one of withMain(held)) {
    const before = whole.find((other) => isSamePost(other, one) && other.to === one.from);
    if (before) before.to = one.to;
    else whole.push({ ...one });
  }
  return whole;
}

function sayPost({ role, kind, placeId }: Held, places: readonly PlaceFound[]): string {
  const place = places.find((one) => one.kind === kind && one.id === placeId);
  return t('{role}, {place}', { role: sayRole(role), place: place?.name ?? '' });
}

const sayWhen = ({ from, to }: Days, today: IsoDate): string =>
  sayDays(from, to === null ? null : addDays(to, -1), today);
