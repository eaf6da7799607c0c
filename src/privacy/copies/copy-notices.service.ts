import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MessageKinds } from '../../notifications/message-kinds.service.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import type { Tx } from '../../platform/database/tx.js';
import { msg } from '../../platform/language/t.js';
import { Retention } from '../retention/retention.service.js';
import { COPIES_RULE, type Copy } from './copies.queries.js';
import { aboutCopy, COPY_GOES, COPY_READY, copyMessages, sayGoes, sayReady } from './copy-messages.js';

/** Tells whoever asked for a copy that it is there, and once more before it goes if they have not taken it. */
@Injectable()
export class CopyNotices implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly notifications: NotificationsService,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.kinds.register(COPY_READY, sayReady, { name: msg('A copy of somebody’s data is ready') });
    this.kinds.register(COPY_GOES, sayGoes, { name: msg('A copy of somebody’s data is deleted tomorrow') });
  }

  async made(tx: Tx, copy: Copy): Promise<void> {
    const days = await this.retention.lengthOf(COPIES_RULE);
    await this.notifications.plan(tx, copyMessages(copy, days, tx.now));
  }

  /** Nobody is reminded of what they have. */
  async taken(tx: Tx, id: number): Promise<void> {
    await this.notifications.suppress(tx, aboutCopy(id), msg('The copy has been taken away.'));
  }

  /** Nor told of what is gone. */
  async gone(tx: Tx, copies: readonly { id: number; askedBy: number }[]): Promise<void> {
    const each = copies.map(({ id, askedBy }) => ({ id, personId: askedBy }));
    await this.notifications.suppressEach(tx, aboutCopy(0).kind, each, msg('The copy has been deleted.'));
  }
}
