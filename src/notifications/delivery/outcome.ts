import { msg } from '../../platform/language/t.js';
import type { Delivery } from '../../platform/mail/delivery.js';
import type { Channel, MessageState } from '../message-state.js';
import type { MailState } from './mail-state.js';

/** What an e-mail's end means for it and for the messages in it. */
export interface Outcome {
  mail: MailState;
  messages: MessageState;
  channel: Channel | null;
  /** For the ledger: a message for `t()`, or the mail server's own words. */
  why: string | null;
  /** Seconds of real time until another try; null when there is none. */
  retryAfter: number | null;
  /** Whether it was a try: not when the server could not be asked. */
  counts: boolean;
}

export const INTERRUPTED = msg(
  'It broke off while the e-mail was being handed over, so it may not have arrived. It is not sent twice; it can be read in the app.',
);

/** A temporary refusal is tried again after 1, 5, 15 and 60 minutes, then three times every two hours. */
const WAITS_MINUTES = [1, 5, 15, 60, 120, 120, 120];
const UNREACHABLE_SECONDS = 60;

/** @param tries how often the server has answered for this e-mail, this answer included. */
export function outcomeOf(delivery: Delivery, tries: number): Outcome {
  switch (delivery.kind) {
    case 'accepted':
      return { mail: 'sent', messages: 'sent', channel: 'email', why: null, retryAfter: null, counts: true };
    case 'refused':
      return bounced(delivery.answer);
    case 'later':
      return tries > WAITS_MINUTES.length ? bounced(delivery.answer) : again(WAITS_MINUTES[tries - 1]! * 60);
    case 'unreachable':
      return { ...again(UNREACHABLE_SECONDS), counts: false };
    case 'unknown':
      return {
        mail: 'interrupted',
        messages: 'bounced',
        channel: null,
        why: INTERRUPTED,
        retryAfter: null,
        counts: true,
      };
  }
}

/** It has not arrived and will not: the messages in it are readable in the app all the same. */
export const bounced = (why: string): Outcome => ({
  mail: 'bounced',
  messages: 'bounced',
  channel: null,
  why,
  retryAfter: null,
  counts: true,
});

const again = (retryAfter: number): Outcome => ({
  mail: 'waiting',
  messages: 'planned',
  channel: null,
  why: null,
  retryAfter,
  counts: true,
});
