/** The postings of one person as spans of days, and what becomes of them when an administrator changes one. */
import type { Role } from '../../../platform/actor.js';
import type { IsoDate } from '../../../platform/dates.js';
import { BESIDE_A_JOB, type PlaceKind } from '../../roles.js';

/** Days from `from` to the day before `to`; null is open. */
export interface Days {
  from: IsoDate;
  to: IsoDate | null;
}

export interface Held extends Days {
  role: Role;
  kind: PlaceKind;
  placeId: number;
  main: boolean;
}

export type NewPost = Omit<Held, 'main'>;

/** A new post that replaces the job on its days: what the person did before goes on after its last day, if it has one. */
export function replaceJob(held: readonly Held[], post: NewPost): Held[] {
  const left = held.flatMap((one) => (isJob(one.role) ? cutOut(one, post) : [one]));
  return withMain([...left, { ...post, main: false }]);
}

/** A new post beside whatever the person does. */
export function addBeside(held: readonly Held[], post: NewPost): Held[] {
  return withMain([...held, { ...post, main: false }]);
}

/** The post goes on up to `end`, the first day without it; one that would not begin any more goes altogether. */
export function endOn(held: readonly Held[], post: NewPost, end: IsoDate): Held[] {
  return withMain(
    held.flatMap((one) => {
      if (!isSamePost(one, post) || (one.to !== null && one.to <= end)) return [one];
      return one.from < end ? [{ ...one, to: end }] : [];
    }),
  );
}

/** Whether the same post is held on any of the days. */
export function overlaps(held: readonly Held[], post: NewPost): boolean {
  return held.some((one) => isSamePost(one, post) && meet(one, post));
}

export const isJob = (role: Role): boolean => !BESIDE_A_JOB.includes(role);

export const isSamePost = (a: NewPost, b: NewPost): boolean =>
  a.role === b.role && a.kind === b.kind && a.placeId === b.placeId;

/**
 * On each day the main posting is the job that began first; what stands beside a job is main only where there is none. The
 * import says the same of whole files (imports/people-import.queries.ts).
 */
export function withMain(held: readonly Held[]): Held[] {
  const taken: Days[] = [];
  const pieces: Held[] = [];
  for (const one of joined(held).sort(byClaim)) {
    const free = taken.reduce<Days[]>((days, other) => days.flatMap((day) => cutOut(day, other)), [one]);
    pieces.push(...free.map((days) => ({ ...one, ...days, main: true })));
    pieces.push(...without(one, free).map((days) => ({ ...one, ...days, main: false })));
    taken.push(one);
  }
  return pieces.sort((a, b) => compare(a.from, b.from) || Number(b.main) - Number(a.main) || compare(key(a), key(b)));
}

/** Pieces of the same post that touch or overlap, made one again. */
function joined(held: readonly Held[]): Held[] {
  const whole: Held[] = [];
  for (const one of [...held].sort((a, b) => compare(key(a), key(b)) || compare(a.from, b.from))) {
    const last = whole.at(-1);
    if (last && isSamePost(last, one) && (last.to === null || last.to >= one.from)) {
      last.to = last.to === null || one.to === null ? null : later(last.to, one.to);
      last.main ||= one.main;
    } else whole.push({ ...one });
  }
  return whole;
}

function byClaim(a: Held, b: Held): number {
  return (
    Number(!isJob(a.role)) - Number(!isJob(b.role)) ||
    compare(a.from, b.from) ||
    Number(b.main) - Number(a.main) ||
    compare(key(a), key(b))
  );
}

/** What is left of the days when the others are taken out of them. */
function cutOut<D extends Days>(days: D, other: Days): D[] {
  if (!meet(days, other)) return [days];
  const before = days.from < other.from ? [{ ...days, to: other.from }] : [];
  const after = other.to !== null && (days.to === null || other.to < days.to) ? [{ ...days, from: other.to }] : [];
  return [...before, ...after];
}

function without(days: Days, others: readonly Days[]): Days[] {
  return others.reduce<Days[]>(
    (left, other) => left.flatMap((piece) => cutOut(piece, other)),
    [{ from: days.from, to: days.to }],
  );
}

const meet = (a: Days, b: Days): boolean => (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);

const key = ({ role, kind, placeId }: NewPost): string => `${role} ${kind} ${String(placeId).padStart(9, '0')}`;
const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
