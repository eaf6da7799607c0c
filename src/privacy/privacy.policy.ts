import { EVERYONE, hiddenPermission, permission } from '../platform/permissions.js';

export const privacyPermissions = {
  /** What is held about oneself, who looked at it, and a copy of it. */
  own: permission('privacy.own', ...EVERYONE),
  /** How long things are kept, leavers, holds, and copies for people who asked on paper. */
  manage: permission('privacy.manage', 'administrator'),
  /** Who looked at or changed what. */
  audit: hiddenPermission('privacy.audit', 'administrator'),
};
