import { permission } from '../../platform/permissions.js';

export const accessPermissions = {
  /** Why somebody can or cannot see something: names posts, roles and covers of anybody. */
  explain: permission('network.explainAccess', 'administrator'),
};
