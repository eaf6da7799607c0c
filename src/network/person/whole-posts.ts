/** A person's postings as they are read: one line a post, although days as main and as further post are kept apart. */
import { addDays } from '../../platform/dates.js';
import type { PostingHeld } from './person.queries.js';

/** Pieces of one post that follow each other, made one: the earliest day, the last day, main if the latest piece is. */
export function wholePosts(postings: readonly PostingHeld[]): PostingHeld[] {
  const whole: PostingHeld[] = [];
  for (const one of [...postings].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id - b.id))) {
    const before = whole.findIndex(
      (other) => isSame(other, one) && other.to !== null && addDays(other.to, 1) === one.from,
    );
    if (before < 0) whole.push({ ...one });
    else whole[before] = { ...one, from: whole[before]!.from };
  }
  return whole.sort(
    (a, b) =>
      (latest(b) === latest(a) ? 0 : latest(b) - latest(a)) ||
      Number(b.main) - Number(a.main) ||
      (a.from < b.from ? 1 : -1),
  );
}

const isSame = (a: PostingHeld, b: PostingHeld): boolean =>
  a.role === b.role && a.place !== null && a.place.kind === b.place?.kind && a.place.code === b.place.code;

const latest = ({ to }: PostingHeld): number => (to === null ? Number.POSITIVE_INFINITY : Date.parse(to));
