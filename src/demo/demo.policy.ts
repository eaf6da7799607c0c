import { AREA_AND_ABOVE, CX_TEAM } from '../platform/actor.js';
import { permission } from '../platform/permissions.js';

export const demoPermissions = {
  /** What was planted for studies of impact: for those who read studies, where there is a demo. */
  truth: permission('demo.truth', ...AREA_AND_ABOVE, ...CX_TEAM),
};
