/** Who sees a number at a place: by the posts that reach this very place, not by those held elsewhere. */
import { type Place, reaches, reachOf } from '../../network/reach.js';
import { type Actor, AREA_AND_ABOVE, CX_TEAM, type Role, UNIT_LEADERS } from '../../platform/actor.js';
import { msg } from '../../platform/language/t.js';
import { type Audience, AUDIENCES } from './metric.js';

export const AUDIENCE_NAMES: Record<Audience, string> = {
  everyone: msg('Everybody who may open the page of the place'),
  leaders: msg('Those who lead the unit, their managers and the CX team'),
  managers: msg('Area and regional managers and the CX team'),
  team: msg('The CX team only'),
};

const ROLES_OF: Record<Exclude<Audience, 'everyone'>, readonly Role[]> = {
  leaders: [...UNIT_LEADERS, ...AREA_AND_ABOVE, ...CX_TEAM],
  managers: [...AREA_AND_ABOVE, ...CX_TEAM],
  team: CX_TEAM,
};

/** The audiences to which somebody belongs at a place that they reach. Dawn, area manager of A07, is a manager there only. */
export function audiencesAt({ posts }: Pick<Actor, 'posts'>, place: Place): Audience[] {
  const roles = posts.filter((post) => reaches(reachOf([post]), place)).map(({ role }) => role);
  return AUDIENCES.filter((one) => one === 'everyone' || roles.some((role) => ROLES_OF[one].includes(role)));
}
