/** Something that a person is to be told at a moment to come. */
export interface PlannedMessage {
  personId: number;
  /** One that was registered with MessageKinds. */
  kind: string;
  /** Unique for ever: the same message planned twice is one row. `assignment:12:person:7:due-2`. */
  key: string;
  /** Readable in the app and free to be sent from here on. For a digest that goes out in the morning: the day's start. */
  notBefore: Date;
  /** What it is about, for "who was told?" and for calling it off. */
  subject: { kind: string; id: number };
  /** What its sentences need: ids, days, a maker's words. Never a password, code or link that opens something. */
  facts: MessageFacts;
  /** The person who caused it; null for a rule. */
  madeBy: number | null;
  /** Goes alone and at once inside working hours, instead of waiting for the day's digest. */
  urgent?: boolean;
  /** Stays in the app and goes into no e-mail, since its reader asked for that. */
  appOnly?: boolean;
}

export type MessageFacts = Record<string, string | number | null>;

/** The part of a message's life that its subject's page shows. */
export interface LedgerRow {
  messageId: number;
  personId: number;
  reference: string;
  name: string;
  kind: string;
  plannedFor: Date;
  state: 'planned' | 'sending' | 'sent' | 'bounced' | 'suppressed';
  /** Why it was kept in the app, bounced or suppressed; an English message for `t()`, or a mail server's own words. */
  why: string | null;
  sentAt: Date | null;
  /** How a sent one reached its reader; `app` is "kept in the app". */
  channel: 'email' | 'app' | null;
  readAt: Date | null;
}
