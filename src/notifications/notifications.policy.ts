import { CX_TEAM } from '../platform/actor.js';
import { EVERYONE, permission } from '../platform/permissions.js';

export const notificationPermissions = {
  /** One's own messages, and whether they come by e-mail. */
  readOwn: permission('notifications.readOwn', ...EVERYONE),
  /** Who was told what, across the network; never the words of a message. */
  readLedger: permission('notifications.readLedger', ...CX_TEAM),
  /** Lets the mail go on after the breaker stopped it. */
  letMailGoOn: permission('notifications.letMailGoOn', 'administrator'),
};
