import { AREA_AND_ABOVE, CX_TEAM } from '../platform/actor.js';
import { permission } from '../platform/permissions.js';

export const impactPermissions = {
  /** Completion against scores: network figures for all of these, names of units only in reach. */
  read: permission('impact.read', ...AREA_AND_ABOVE, ...CX_TEAM),
  /** Registering a study, having it worked out again, stopping that. Studies are of the whole network. */
  study: permission('impact.study', ...CX_TEAM),
  /** Planning a training in waves, and stopping what has not begun. */
  plan: permission('impact.plan', ...CX_TEAM),
};
