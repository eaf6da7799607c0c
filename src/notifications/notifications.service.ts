import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';
import { LedgerQueries } from './ledger.queries.js';
import { MessageKinds } from './message-kinds.service.js';
import type { PlannedMessage } from './planned-message.js';

/** What other modules ask for: tell these people this, from then on; or no longer. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly kinds: MessageKinds,
  ) {}

  /**
   * Plans messages in one statement, however many.
   * @returns how many of them were new
   * @throws Error for a kind that no module has registered
   */
  async plan(tx: Tx, messages: readonly PlannedMessage[]): Promise<number> {
    if (messages.length === 0) return 0;
    for (const kind of new Set(messages.map((one) => one.kind))) this.kinds.of(kind);
    return this.ledger.plan(tx, messages);
  }

  /**
   * Calls off what is planned about a subject and has not left yet.
   * @param why an English sentence marked with msg(), shown in the ledger
   * @returns how many were called off
   */
  suppress(
    tx: Tx,
    subject: { kind: string; id: number },
    why: string,
    personIds?: readonly number[],
    kinds?: readonly string[],
  ): Promise<number> {
    return this.ledger.suppress(tx, subject, why, { personIds: personIds ?? null, kinds: kinds ?? null });
  }

  /** As `suppress`, for many subjects of one kind, each with the person for whom it is called off; one statement. */
  async suppressEach(
    tx: Tx,
    subjectKind: string,
    each: readonly { id: number; personId: number }[],
    why: string,
    kinds?: readonly string[],
  ): Promise<number> {
    return each.length === 0 ? 0 : this.ledger.suppressEach(tx, subjectKind, each, why, kinds ?? null);
  }
}
