/** A change in an overall share, split into what changed inside places and what changed because other places answered. */
import type { Share } from './proportion.js';

/** One place before and after; either side may hold no answers. */
export interface BeforeAndAfter {
  before: Share;
  after: Share;
}

export interface WithinAndMix {
  /** Sum of the two. */
  total: number;
  within: number;
  mix: number;
}

/**
 * Standardisation with fixed shares (Kitagawa 1955, "Components of a difference between two rates"):
 * within = S s_u (y1_u - y0_u), s_u the place's share of the answers before; mix = total - within. Places that answered
 * on one side only can have no change inside and fall to the mix. Null when a side has no answers, or no place has both.
 */
export function withinAndMix(places: readonly BeforeAndAfter[]): WithinAndMix | null {
  const before = overall(places.map((place) => place.before));
  const after = overall(places.map((place) => place.after));
  const both = places.filter((place) => place.before.n > 0 && place.after.n > 0);
  const weight = both.reduce((sum, place) => sum + place.before.n, 0);
  if (before === null || after === null || weight === 0) return null;
  const change = (place: BeforeAndAfter) => place.after.hits / place.after.n - place.before.hits / place.before.n;
  const within = both.reduce((sum, place) => sum + (place.before.n / weight) * change(place), 0);
  const total = after - before;
  return { total, within, mix: total - within };
}

function overall(shares: readonly Share[]): number | null {
  const n = shares.reduce((sum, share) => sum + share.n, 0);
  return n > 0 ? shares.reduce((sum, share) => sum + share.hits, 0) / n : null;
}
