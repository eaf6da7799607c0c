import { Injectable, type OnModuleInit } from '@nestjs/common';
import { coverChanged, coverEnded, coverGiven } from '../../network/cover/cover.events.js';
import { CoverQueries } from '../../network/cover/cover.queries.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { After } from '../../platform/events/listeners.js';
import { msg } from '../../platform/language/t.js';
import { MessageKinds } from '../message-kinds.service.js';
import { NotificationsService } from '../notifications.service.js';
import { coverMessages, type Happened, KINDS, sayChanged, sayEnded, sayGiven } from './cover-messages.js';

/** Why a reminder of its first or last day is not sent any more. */
const OVERTAKEN = msg('The cover has changed since.');

interface Step {
  coverId: number;
  stepId: number;
}

/** Tells the deputy and the manager what became of their cover. The network stands above and only announces it. */
@Injectable()
export class CoverListener implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly kinds: MessageKinds,
    private readonly covers: CoverQueries,
    private readonly notifications: NotificationsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register(KINDS.given, sayGiven, { name: msg('Cover given') });
    this.kinds.register(KINDS.changed, sayChanged, { name: msg('Cover until another day') });
    this.kinds.register(KINDS.ended, sayEnded, { name: msg('Cover ended') });
  }

  @After(coverGiven)
  given(step: Step): Promise<void> {
    return this.tell('given', step);
  }

  @After(coverChanged)
  changed(step: Step): Promise<void> {
    return this.tell('changed', step);
  }

  @After(coverEnded)
  ended(step: Step): Promise<void> {
    return this.tell('ended', step);
  }

  private async tell(happened: Happened, { coverId, stepId }: Step): Promise<void> {
    const cover = await this.covers.one(coverId, this.clock.today());
    if (cover === null) return;
    const madeBy = await this.covers.makerOf(stepId);
    const told = { cover, mark: stepId, madeBy, notBefore: this.clock.now(), urgent: true };
    await this.db.write(async (tx) => {
      await this.notifications.suppress(tx, { kind: 'cover', id: coverId }, OVERTAKEN, undefined, [
        KINDS.begins,
        KINDS.ends,
      ]);
      await this.notifications.plan(tx, coverMessages(happened, told));
    });
  }
}
