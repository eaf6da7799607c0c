import type { Actor, Post, Role } from '../../platform/actor.js';

/** Somebody of a unit, as far as it matters for a code on paper. */
export interface Candidate {
  personId: number;
  /** All posts held today, anywhere. */
  posts: readonly Post[];
  hasPassword: boolean;
  hasEmail: boolean;
}

export type WhyNot = 'self' | 'morePower' | 'byEmail';

/** Whose codes a leader may hand over: people whose account gives nobody more than the leader has already. */
const BELOW: Partial<Record<Role, readonly Role[]>> = {
  postmaster: ['staff', 'champion', 'guest'],
  departmentManager: ['staff', 'champion', 'guest'],
  areaManager: ['staff', 'champion', 'guest', 'postmaster', 'departmentManager'],
  regionalManager: ['staff', 'champion', 'guest', 'postmaster', 'departmentManager'],
};

/**
 * Why somebody may not have a code from this maker; null when they may. With a code one becomes that person, so a leader
 * makes them only for people below, whose every post stands in this very unit, and who have no other way in: Eleri,
 * postmaster at Ashbridge, hands one to Sam who is new, but not to Sam who can be sent a link, nor to a colleague who covers
 * for the area manager. An administrator helps everybody else.
 */
export function whyNoCode(
  maker: Pick<Actor, 'personId'>,
  makersRoles: readonly Role[],
  candidate: Candidate,
  unitId: number,
): WhyNot | null {
  if (candidate.personId === maker.personId) return 'self';
  if (makersRoles.includes('administrator')) return null;
  const below = makersRoles.flatMap((role) => BELOW[role] ?? []);
  const harmless = ({ role, place }: Post) => below.includes(role) && place.kind === 'unit' && place.id === unitId;
  if (!candidate.posts.every(harmless)) return 'morePower';
  return candidate.hasPassword && candidate.hasEmail ? 'byEmail' : null;
}
