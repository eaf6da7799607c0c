/**
 * Notifications owns what people are told and when: the ledger of planned messages, reading them in the app, the daily
 * e-mail within working hours, its breaker, and each person's choice. It knows no module below it: those plan messages and
 * register how each kind is said.
 */
import { Module } from '@nestjs/common';
import { NetworkModule } from '../network/network.module.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { LedgerQueries } from './ledger.queries.js';
import { MessageKinds } from './message-kinds.service.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';

@Module({
  imports: [NetworkModule, SignInModule],
  providers: [LedgerQueries, MessageKinds, NotificationsQueries, NotificationsService],
  exports: [MessageKinds, NotificationsQueries, NotificationsService],
})
export class NotificationsModule {}
