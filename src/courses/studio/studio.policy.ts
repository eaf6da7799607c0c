import { CX_TEAM } from '../../platform/actor.js';
import { permission } from '../../platform/permissions.js';

export const studioPermissions = {
  /** Who may look at drafts and previews: the whole CX team. */
  read: permission('studio.read', ...CX_TEAM),
  /** Who may write and publish. */
  write: permission('studio.write', 'author', 'administrator'),
};
