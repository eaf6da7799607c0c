import { CX_TEAM } from '../../platform/actor.js';
import { hiddenPermission, permission } from '../../platform/permissions.js';

export const uploadPermissions = {
  /** Who imported which units and people, and what came of it. */
  read: permission('network.readImports', ...CX_TEAM),
  /** Changing the network and who works in it. */
  import: permission('network.import', 'administrator'),
  /** Rejected rows quote names and addresses of people. */
  readRejects: hiddenPermission('network.readRejects', 'administrator'),
};
