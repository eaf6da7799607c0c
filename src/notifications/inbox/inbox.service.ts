import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { InboxQueries, type InboxRow } from './inbox.queries.js';

/** Somebody's own messages: reading them, and choosing how they come. */
@Injectable()
export class Inbox {
  constructor(
    private readonly queries: InboxQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * A message, read from now on.
   * @throws NotFound for one that is somebody else's, not due yet or called off
   */
  async open(actor: Actor, id: number): Promise<InboxRow> {
    const now = this.clock.now();
    const message = await this.queries.message(actor.personId, id, now);
    if (message === null) throw new NotFound();
    if (message.readAt === null) await this.queries.markRead(actor.personId, id, now);
    return message;
  }

  readAll(actor: Actor): Promise<void> {
    return this.queries.markAllRead(actor.personId, this.clock.now());
  }

  chooseMail(actor: Actor, digest: boolean): Promise<void> {
    return this.queries.choose(actor.personId, digest, this.clock.now());
  }
}
