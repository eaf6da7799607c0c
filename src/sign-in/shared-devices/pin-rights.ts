import { type Actor, type Post, type Role, UNIT_LEADERS } from '../../platform/actor.js';
import { can, type Permission } from '../../platform/permissions.js';
import { reachOf } from '../../platform/reach.js';

/** What a PIN opens: the work of the people at the counter, and of whoever leads them. */
const AT_THE_COUNTER: readonly Role[] = ['staff', 'champion', 'guest', ...UNIT_LEADERS];

/** What leaves the building, and what belongs to the account or the device, takes a password whoever asks. */
const WITH_PASSWORD = [/\.(csv|zip)$/, /^\/account(\/|$)/, /^\/shared-devices(\/|$)/, /^\/admin(\/|$)/];

/** Whether somebody works in a unit today: in a post of their own or under cover. */
export function worksIn(actor: Pick<Actor, 'posts'>, unitId: number): boolean {
  return actor.posts.some(({ place }) => place.kind === 'unit' && place.id === unitId);
}

/**
 * The actor as a PIN lets them in: their posts in units, without the areas, regions and network that they look after
 * elsewhere. Who is posted to the counter and an administrator besides is a colleague at the counter here.
 */
export function asPinOpens(actor: Actor): Actor {
  const posts = actor.posts.filter(opensWithPin);
  return { ...actor, posts, roles: [...new Set(posts.map(({ role }) => role))], reach: reachOf(posts) };
}

/** Whether the person may do this, but not with a PIN. `whole` is what their password would make of them. */
export function takesPassword(path: string, wanted: Permission, actor: Actor, whole: Actor): boolean {
  if (!can(whole, wanted)) return false;
  return !can(actor, wanted) || WITH_PASSWORD.some((kind) => kind.test(path));
}

const opensWithPin = ({ role, place }: Post) => place.kind === 'unit' && AT_THE_COUNTER.includes(role);
