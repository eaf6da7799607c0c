/**
 * Notifications owns what people are told and when: the ledger of planned messages, reading them in the app, the daily
 * e-mail within working hours, its breaker, and each person's choice. It knows no module below it: those plan messages and
 * register how each kind is said.
 */
import { Module } from '@nestjs/common';
import { NetworkModule } from '../network/network.module.js';
import { Mailer } from '../platform/mail/mailer.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { BreakerQueries } from './delivery/breaker.queries.js';
import { Breaker } from './delivery/breaker.service.js';
import { ClaimsQueries } from './delivery/claims.queries.js';
import { DeliveryJobs } from './delivery/delivery.jobs.js';
import { DeliveryService } from './delivery/delivery.service.js';
import { HandingOverQueries } from './delivery/handing-over.queries.js';
import { KeptQueries } from './delivery/kept.queries.js';
import { Letters } from './delivery/letters.service.js';
import { MailServerQueries } from './delivery/mail-server.queries.js';
import { LedgerQueries } from './ledger.queries.js';
import { MessageKinds } from './message-kinds.service.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';

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

@Module({
  imports: [NetworkModule, SignInModule],
  providers: [LedgerQueries, MessageKinds, NotificationsQueries, NotificationsService, ...DELIVERY],
  exports: [MessageKinds, NotificationsQueries, NotificationsService],
})
export class NotificationsModule {}
