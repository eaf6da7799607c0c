import { msg } from '../../platform/language/t.js';

/** Why a message did not go out by e-mail, as the ledger says it. Marked here, said through `t()` where it is read. */
export const REASONS = {
  noServer: msg('No mail server is set up.'),
  noAddress: msg('There is no e-mail address for them.'),
  mailOff: msg('They chose to read messages in the app.'),
  appOnly: msg('They asked for it in the app alone.'),
  onLeave: msg('They are on long leave.'),
  notInPost: msg('They no longer work here.'),
  tooLate: msg('It could not be sent within a week.'),
  notWritten: msg('The e-mail could not be put together. The log of the server says why.'),
} as const;
