/**
 * The life of one e-mail. `waiting`: nobody has handed it over yet, so it may be claimed, again and again. `sending`: it is
 * in the mail server's hands. `interrupted`: the process or the connection broke while it was there, so it may or may not
 * have arrived and is never sent again. `dropped`: nothing was left in it to say.
 */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'bounced', 'interrupted', 'dropped'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** What may follow what. */
export const NEXT_MAIL_STATES: Record<MailState, readonly MailState[]> = {
  waiting: ['sending', 'dropped'],
  sending: ['waiting', 'sent', 'bounced', 'interrupted'],
  sent: [],
  bounced: [],
  interrupted: [],
  dropped: [],
};
