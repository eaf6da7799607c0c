import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '../platform/language/language.js';
import { t } from '../platform/language/t.js';
import { LOG, type Log } from '../platform/log.js';
import type { MessageFacts } from './planned-message.js';

/** A message as its reader sees it, said in the reader's language. */
export interface PresentedMessage {
  title: string;
  /** One or two sentences. */
  text: string;
  /** Where its action leads: a local path. */
  path: string;
  /** What the action is called. */
  action: string;
  /** Where its reader changes or stops messages of this sort; said small, below the action. */
  aside?: { text: string; path: string };
}

export interface MessageReader {
  name: string;
  language: Language;
}

export type PresentMessage = (facts: MessageFacts, reader: MessageReader) => PresentedMessage;

export interface KindOptions {
  /** What the ledger calls it, marked with msg(). */
  name?: string;
  /**
   * For a message that its reader asked for a moment ago, such as a link to choose a new password: it waits for no
   * working hours and no breaker. Answers the path that only the e-mail holds; it is made while the e-mail is written
   * and kept nowhere.
   */
  secretPath?: (personId: number) => Promise<string>;
}

export interface MessageKind extends KindOptions {
  present: PresentMessage;
}

/** What kinds of message there are and how each is said. Modules register theirs in onModuleInit. */
@Injectable()
export class MessageKinds {
  private readonly kinds = new Map<string, MessageKind>();

  constructor(@Inject(LOG) private readonly log: Log) {}

  /** @param present runs in the reader's language: `t()` is enough. */
  register(kind: string, present: PresentMessage, options: KindOptions = {}): void {
    if (this.kinds.has(kind)) throw new Error(`Two modules register messages of kind ${kind}.`);
    this.kinds.set(kind, { present, ...options });
  }

  /** @throws Error for a kind that nobody registered: a slip of the module that planned it. */
  of(kind: string): MessageKind {
    const found = this.kinds.get(kind);
    if (!found) throw new Error(`No module has registered messages of kind ${kind}.`);
    return found;
  }

  /**
   * A message on its reader's own pages. One that cannot be said any more, since its facts are of an older version or its
   * module has gone, says so: it must not take the others down with it.
   */
  present(kind: string, facts: MessageFacts, reader: MessageReader): PresentedMessage {
    try {
      return this.of(kind).present(facts, reader);
    } catch (error) {
      this.log.warn({ err: error, kind }, 'A message could not be said');
      return {
        title: t('This message can’t be shown any more'),
        text: t('What it was about has changed since.'),
        path: '/',
        action: t('Go to your home page'),
      };
    }
  }

  /** Whether its e-mail carries a link that stands nowhere else. */
  isSecret(kind: string): boolean {
    return this.kinds.get(kind)?.secretPath !== undefined;
  }

  /** The kinds that wait for nothing. */
  get atOnce(): string[] {
    return [...this.kinds].filter(([, { secretPath }]) => secretPath !== undefined).map(([kind]) => kind);
  }

  get all(): ReadonlyMap<string, MessageKind> {
    return this.kinds;
  }
}
