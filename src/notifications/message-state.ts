import { msg } from '../platform/language/t.js';

/**
 * The life of a message. `sending` lasts seconds: an e-mail with it is in a mail server's hands. `bounced` means that it
 * is not known to have arrived by e-mail; it is readable in the app like every other.
 */
export const MESSAGE_STATES = ['planned', 'sending', 'sent', 'bounced', 'suppressed'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** How a sent message reached its reader. */
export type Channel = 'email' | 'app';

/** What may follow what. A temporary failure puts a message back to `planned`; the three last ones are final. */
export const NEXT_STATES: Record<MessageState, readonly MessageState[]> = {
  planned: ['sending', 'sent', 'suppressed'],
  sending: ['planned', 'sent', 'bounced'],
  sent: [],
  bounced: [],
  suppressed: [],
};

/** The states from which a message may come to this one: what a set-based change asks of the rows it takes. */
export function statesBefore(next: MessageState): MessageState[] {
  return MESSAGE_STATES.filter((state) => NEXT_STATES[state].includes(next));
}

export const STATE_WORDS: Record<MessageState, string> = {
  planned: msg('Planned'),
  sending: msg('On its way'),
  sent: msg('Sent'),
  bounced: msg('Not delivered'),
  suppressed: msg('Called off'),
};

export function isMessageState(value: unknown): value is MessageState {
  return (MESSAGE_STATES as readonly unknown[]).includes(value);
}
