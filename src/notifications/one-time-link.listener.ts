import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { After } from '../platform/events/listeners.js';
import { msg, t } from '../platform/language/t.js';
import { signInHelpPath } from '../sign-in/paths.js';
import { OneTimeLinks } from '../sign-in/passwords/one-time-links.service.js';
import { linkAsked } from '../sign-in/sign-in.events.js';
import { DELIVER } from './delivery/delivery.jobs.js';
import { MessageKinds } from './message-kinds.service.js';
import { NotificationsService } from './notifications.service.js';

const KIND = 'signIn.link';
const SLOT_MINUTES = 5;

/**
 * Sends the link that somebody asked for on the sign-in page: at any hour, since its reader is waiting, and at most one in
 * five minutes, so that nobody can fill another's mailbox. The link is made while the e-mail is written.
 */
@Injectable()
export class OneTimeLinkListener implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly kinds: MessageKinds,
    private readonly notifications: NotificationsService,
    private readonly links: OneTimeLinks,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      KIND,
      () => ({
        title: t('Choose a new password'),
        text: t(
          'Somebody, most likely you, asked for a link to choose a new password. It works once, for 30 minutes. If it wasn’t you, do nothing: your password stays as it is.',
        ),
        path: signInHelpPath,
        action: t('Choose a new password'),
      }),
      { name: msg('A link to choose a password'), secretPath: (personId) => this.links.make(personId) },
    );
  }

  @After(linkAsked)
  async send({ personId }: { personId: number }): Promise<void> {
    const now = this.clock.now();
    const slot = Math.floor(now.getTime() / (SLOT_MINUTES * 60_000));
    await this.db.write(async (tx) => {
      await this.notifications.plan(tx, [
        {
          personId,
          kind: KIND,
          key: `signIn.link:${personId}:${slot}`,
          notBefore: now,
          subject: { kind: 'person', id: personId },
          facts: {},
          madeBy: null,
          urgent: true,
        },
      ]);
      await tx.enqueue(DELIVER, {});
    });
  }
}
