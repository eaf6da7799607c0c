import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CoverQueries } from '../../network/cover/cover.queries.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { startOfLondonDay } from '../../platform/dates.js';
import { Job } from '../../platform/jobs/job.js';
import { msg } from '../../platform/language/t.js';
import { MessageKinds } from '../message-kinds.service.js';
import { NotificationsService } from '../notifications.service.js';
import { coverMessages, KINDS, sayBegins, sayEnds } from './cover-messages.js';
import { turningDay } from './turning-day.js';

/** Reminds the deputy and the manager on the first and on the last day of their cover, once each. */
@Injectable()
export class CoverDays implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly kinds: MessageKinds,
    private readonly covers: CoverQueries,
    private readonly notifications: NotificationsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register(KINDS.begins, sayBegins, { name: msg('Cover begins') });
    this.kinds.register(KINDS.ends, sayEnds, { name: msg('Cover ends') });
  }

  /** In the app from the beginning of the day on, by e-mail with the digest of its working hours. */
  @Job('notifications.coverDays', { everyMinutes: 30 })
  async remind(): Promise<void> {
    const today = this.clock.today();
    const begun = startOfLondonDay(today);
    const turning = (await this.covers.turningOn(today, begun)).flatMap((cover) => {
      const turn = turningDay(cover, today);
      const told = { cover, mark: today, madeBy: null, notBefore: begun, urgent: false };
      return turn === null ? [] : coverMessages(turn, told);
    });
    if (turning.length > 0) await this.db.write((tx) => this.notifications.plan(tx, turning));
  }
}
