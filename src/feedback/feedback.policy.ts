import { AREA_AND_ABOVE, CX_TEAM, UNIT_LEADERS } from '../platform/actor.js';
import { hiddenPermission, permission } from '../platform/permissions.js';

export const feedbackPermissions = {
  /** The imports of the whole network, with file names and rejects: the CX team only. */
  readImports: permission('feedback.imports', ...CX_TEAM),
  /** Sources, their mappings, and files of answers. */
  import: permission('feedback.import', ...CX_TEAM),
  /** Rejected lines hold what customers wrote. */
  readRejects: hiddenPermission('feedback.rejects', ...CX_TEAM),
  /** Single answers of a unit in reach: those who follow up, not every colleague at the counter. */
  readResponses: permission('feedback.responses', ...UNIT_LEADERS, ...AREA_AND_ABOVE, ...CX_TEAM),
  /** Customers' words from everywhere. */
  readAllComments: permission('feedback.allComments', ...CX_TEAM),
  /** What comments speak of: the rules, their tests and their publishing. */
  writeThemes: permission('feedback.themes', ...CX_TEAM),
};
