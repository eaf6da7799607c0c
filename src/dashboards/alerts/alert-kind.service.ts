import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MessageKinds } from '../../notifications/message-kinds.service.js';
import { msg } from '../../platform/language/t.js';
import { ALERT_TOLD, sayAlert } from './alert-message.js';

/** How what an alert tells is said, wherever its reader reads it. */
@Injectable()
export class AlertKind implements OnModuleInit {
  constructor(private readonly kinds: MessageKinds) {}

  onModuleInit(): void {
    this.kinds.register(ALERT_TOLD, sayAlert, { name: msg('Alert of a dashboard') });
  }
}
