import { t } from '../../platform/language/t.js';
import type { MessageKind } from '../message-kinds.service.js';
import { type Channel, type MessageState, STATE_WORDS } from '../message-state.js';

export interface Became {
  state: MessageState;
  channel: Channel | null;
  why: string | null;
}

type Tone = 'good' | 'warn' | 'bad' | null;

const TONES: Record<MessageState, Tone> = {
  planned: null,
  sending: null,
  sent: 'good',
  bounced: 'bad',
  suppressed: 'warn',
};

/** A state as a tag with its reason: 'Kept in the app', 'There is no e-mail address for them.' */
export function sayBecame({ state, channel, why }: Became): { text: string; tone: Tone; why: string | null } {
  const text = state === 'sent' && channel === 'app' ? t('Kept in the app') : t(STATE_WORDS[state]);
  return { text, tone: channel === 'app' ? null : TONES[state], why: why === null ? null : t(why) };
}

/** What the ledger calls a kind; one whose module has no name for it, or has gone, goes by its key. */
export function sayKind(kind: string, kinds: ReadonlyMap<string, MessageKind>): string {
  const name = kinds.get(kind)?.name;
  return name === undefined ? kind : t(name);
}
