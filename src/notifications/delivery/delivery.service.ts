import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { LOG, type Log } from '../../platform/log.js';
import type { Delivery } from '../../platform/mail/delivery.js';
import { type MailSession, Mailer } from '../../platform/mail/mailer.js';
import { nationsAtWork } from '../hours/working-hours.js';
import { MessageKinds } from '../message-kinds.service.js';
import { Breaker } from './breaker.service.js';
import { ClaimsQueries } from './claims.queries.js';
import { type BegunMail, HandingOverQueries } from './handing-over.queries.js';
import { KeptQueries } from './kept.queries.js';
import { Letters } from './letters.service.js';
import { MailServerQueries } from './mail-server.queries.js';
import { bounced, outcomeOf } from './outcome.js';
import { REASONS } from './reasons.js';

/** Conversations with the mail server at the same time. */
const LANES = 4;

/** A run ends by then, so that a morning's mail leaves room for other jobs; the next minute goes on with it. */
const RUN_MS = 45_000;

/**
 * Delivers what is due. An e-mail is claimed, marked as being in the mail server's hands, handed over, and marked with how
 * that ended. A process that dies before the first mark leaves an e-mail that another takes; one that dies after it leaves
 * an e-mail that may have arrived and is never sent again. So nothing arrives twice, and the ledger says what is uncertain.
 */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly kept: KeptQueries,
    private readonly claims: ClaimsQueries,
    private readonly handing: HandingOverQueries,
    private readonly server: MailServerQueries,
    private readonly breaker: Breaker,
    private readonly letters: Letters,
    private readonly kinds: MessageKinds,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @param goOn asked between batches: a worker that is told to stop gives back what it has not begun */
  async deliver(goOn: () => Promise<boolean> = () => Promise.resolve(true)): Promise<void> {
    while (
      (await this.kept.settle(this.clock.now(), this.clock.today(), this.mailer.configured, this.kinds.atOnce)) > 0
    );
    if (!this.mailer.configured) return;
    await this.handing.giveUpLost(this.clock.now());
    await this.claims.foldOldDigests(this.clock.today());
    const mayMail = await this.breaker.allows();
    const until = Date.now() + RUN_MS;
    while (Date.now() < until && (await goOn()) && (await this.deliverBatch(mayMail, until)));
  }

  /** @returns whether there may be more */
  private async deliverBatch(mayMail: boolean, until: number): Promise<boolean> {
    const now = this.clock.now();
    const nations = mayMail ? nationsAtWork(now) : [];
    const claim = randomUUID();
    const window = { now, today: this.clock.today(), nations, atOnce: this.kinds.atOnce, claim };
    const ids = await this.claims.next(window);
    if (ids.length === 0) return false;
    try {
      return await this.handOver(ids, claim, until);
    } finally {
      await this.claims.release(claim);
    }
  }

  /** @returns whether the server could be reached to the end */
  private async handOver(ids: number[], claim: string, until: number): Promise<boolean> {
    const queue = [...ids];
    let reachable = true;
    const lane = async (session: MailSession) => {
      for (let id = queue.shift(); id !== undefined && reachable && Date.now() < until; id = queue.shift()) {
        const delivery = await this.handOverOne(id, claim, session);
        if (delivery === 'unreachable') reachable = false;
      }
    };
    const sessions = Array.from({ length: Math.min(LANES, ids.length) }, () => this.mailer.open());
    try {
      await Promise.all(sessions.map(lane));
    } finally {
      for (const session of sessions) session.close();
    }
    return reachable;
  }

  /** Its two marks are a statement each, because what lies between them cannot be undone. */
  private async handOverOne(id: number, claim: string, session: MailSession): Promise<Delivery['kind'] | null> {
    const mail = await this.handing.begin(id, claim, this.clock.now());
    if (mail === null) return null;
    const delivery = await this.sent(mail, session);
    const outcome = delivery === null ? bounced(REASONS.notWritten) : outcomeOf(delivery, mail.tries + 1);
    await this.handing.settle(mail, claim, outcome, delivery?.answer ?? '', this.clock.now());
    if (delivery !== null) await this.server.note(delivery, this.clock.now());
    return delivery?.kind ?? null;
  }

  /** Null when it could not even be written, which is a bug and not the mail server's doing. */
  private async sent(mail: BegunMail, session: MailSession): Promise<Delivery | null> {
    const letter = await this.letters.write(mail).catch((error: unknown) => {
      this.log.error({ err: error, mail: mail.id }, 'An e-mail could not be put together');
      return null;
    });
    return letter === null ? null : session.send(letter);
  }
}
