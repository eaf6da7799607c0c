import type { Actor } from '../../platform/actor.js';
import type { CoverRow } from './cover.queries.js';
import { givesAs } from './gives-as.js';

type Who = Pick<Actor, 'personId' | 'posts'>;

/** Gives it another last day, ends it: whoever could give it today. */
export function mayManage(actor: Who, cover: CoverRow): boolean {
  return givesAs(actor, { ...cover, personId: cover.holder.id }) !== null;
}

/** The deputy gives it back, for good. */
export function mayHandBack(actor: Who, cover: CoverRow): boolean {
  return actor.personId === cover.deputy.id;
}

/** Everybody who is named in it, and whoever may name cover there. */
export function sees(actor: Who, cover: CoverRow): boolean {
  const named = [cover.holder.id, cover.deputy.id, cover.givenBy.id];
  return named.includes(actor.personId) || mayManage(actor, cover);
}
