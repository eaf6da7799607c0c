/** What may be saved, and for whom a published view is. */
import type { Actor, Post } from '../../platform/actor.js';
import { RuleBroken } from '../../platform/errors.js';
import { msg, t } from '../../platform/language/t.js';
import type { ViewAddress, ViewLevel } from './view-address.js';

export const MOST_VIEWS = 30;

export interface SavedView extends ViewAddress {
  id: number;
  name: string;
  /** Whether it is for everybody with a place of its level. */
  published: boolean;
  own: boolean;
  /** Whether its owner's dashboard opens with it. */
  start: boolean;
}

/** @throws RuleBroken where somebody has enough of them. */
export function checkRoomForView(saved: number): void {
  if (saved < MOST_VIEWS) return;
  throw new RuleBroken(t('You’ve saved {n} views, and that’s as many as fit. Delete one first.', { n: MOST_VIEWS }));
}

export const NAME_TAKEN = msg('You have a view of this name already. Give this one another name.');

/** The readers of a published view, as messages for `t()`. */
export const READERS: Record<ViewLevel, string> = {
  network: msg('everybody who sees the whole network'),
  region: msg('all regional managers'),
  area: msg('all area managers'),
  unit: msg('everybody who leads a unit'),
};

/** Roles whose own place is of a level: a view published for it opens at that place. */
const HOLDS: Record<ViewLevel, (post: Post) => boolean> = {
  network: ({ place }) => place.kind === 'network',
  region: ({ place }) => place.kind === 'region',
  area: ({ place }) => place.kind === 'area',
  unit: ({ place, role }) => place.kind === 'unit' && (role === 'postmaster' || role === 'departmentManager'),
};

/** The levels at which an actor has a place, and so finds published views. */
export function levelsOf(actor: Pick<Actor, 'posts' | 'reach'>): ViewLevel[] {
  const levels: ViewLevel[] = ['region', 'area', 'unit'];
  const held = levels.filter((level) => actor.posts.some(HOLDS[level]));
  return actor.reach.network ? ['network', ...held] : held;
}

/** The own place of a level, the one in one's own right before one under cover; null where there is none. */
export function ownPlaceId(actor: Pick<Actor, 'posts'>, level: ViewLevel): number | null {
  const held = actor.posts.filter(HOLDS[level]).sort((a, b) => Number(a.cover !== null) - Number(b.cover !== null));
  const place = held[0]?.place;
  return place && place.kind !== 'network' ? place.id : null;
}
