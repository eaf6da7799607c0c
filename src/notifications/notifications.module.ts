/**
 * Notifications owns what people are told and when: the ledger of planned messages, reading them in the app, the daily
 * e-mail within working hours, its breaker, and each person's choice. It knows no module below it: those plan messages and
 * register how each kind is said.
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { Traces } from '../network/changes/traces.service.js';
import { NetworkModule } from '../network/network.module.js';
import { msg } from '../platform/language/t.js';
import { Mailer } from '../platform/mail/mailer.js';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { AdminLinks } from '../platform/web/admin-links.js';
import { UnreadSlot } from '../platform/web/unread-slot.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { CoverDays } from './cover/cover-days.jobs.js';
import { CoverListener } from './cover/cover.listener.js';
import { BreakerQueries } from './delivery/breaker.queries.js';
import { Breaker } from './delivery/breaker.service.js';
import { ClaimsQueries } from './delivery/claims.queries.js';
import { DeliveryJobs } from './delivery/delivery.jobs.js';
import { DeliveryService } from './delivery/delivery.service.js';
import { HandingOverQueries } from './delivery/handing-over.queries.js';
import { KeptQueries } from './delivery/kept.queries.js';
import { Letters } from './delivery/letters.service.js';
import { MailServerQueries } from './delivery/mail-server.queries.js';
import { InboxController } from './inbox/inbox.controller.js';
import { InboxQueries } from './inbox/inbox.queries.js';
import { Inbox } from './inbox/inbox.service.js';
import { LedgerQueries } from './ledger.queries.js';
import { MessageKinds } from './message-kinds.service.js';
import { MessagesHeld } from './messages-held.queries.js';
import { NOTIFICATIONS_PRIVACY } from './notifications-privacy.queries.js';
import { notificationPermissions } from './notifications.policy.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';
import { OneTimeLinkListener } from './one-time-link.listener.js';
import { OverviewController } from './overview/overview.controller.js';
import { OverviewQueries } from './overview/overview.queries.js';
import { ledgerPath } from './paths.js';
import { MESSAGES_TRACE } from './notifications-traces.js';

const DELIVERY = [
  Mailer,
  Letters,
  KeptQueries,
  ClaimsQueries,
  HandingOverQueries,
  MailServerQueries,
  BreakerQueries,
  Breaker,
  DeliveryService,
  DeliveryJobs,
];

@Privacy(NOTIFICATIONS_PRIVACY)
@Module({
  imports: [NetworkModule, SignInModule],
  controllers: [InboxController, OverviewController],
  providers: [
    LedgerQueries,
    MessageKinds,
    MessagesHeld,
    NotificationsQueries,
    NotificationsService,
    Inbox,
    InboxQueries,
    CoverDays,
    CoverListener,
    OneTimeLinkListener,
    OverviewQueries,
    ...DELIVERY,
  ],
  exports: [MessageKinds, NotificationsQueries, NotificationsService],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly unread: UnreadSlot,
    private readonly queries: NotificationsQueries,
    private readonly links: AdminLinks,
    private readonly traces: Traces,
  ) {}

  onModuleInit(): void {
    this.traces.register(MESSAGES_TRACE);
    this.unread.fill((actor) => this.queries.unreadCount(actor.personId));
    this.links.register({
      label: msg('Messages sent'),
      about: msg('Who was told what and when, what did not arrive, and whether the mail has stopped.'),
      path: ledgerPath,
      order: 40,
      permission: notificationPermissions.readLedger,
    });
  }
}
