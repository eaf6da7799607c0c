import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MessageKinds } from '../../notifications/message-kinds.service.js';
import { msg } from '../../platform/language/t.js';
import { KINDS } from './kinds.js';
import {
  sayAssigned,
  sayExtended,
  sayLate,
  sayMoreTime,
  sayNudge,
  sayReminder,
  saySettled,
  sayWithdrawn,
} from './message-words.js';

/** Tells notifications how assignments' messages read, and what the ledger calls them. */
@Injectable()
export class AssignmentMessageKinds implements OnModuleInit {
  constructor(private readonly kinds: MessageKinds) {}

  onModuleInit(): void {
    this.kinds.register(KINDS.assigned, sayAssigned, { name: msg('Asked') });
    this.kinds.register(KINDS.reminder, sayReminder, { name: msg('Reminder') });
    this.kinds.register(KINDS.late, sayLate, { name: msg('Past the date, to the manager') });
    this.kinds.register(KINDS.nudge, sayNudge, { name: msg('Nudge') });
    this.kinds.register(KINDS.extended, sayExtended, { name: msg('More time') });
    this.kinds.register(KINDS.withdrawn, sayWithdrawn, { name: msg('Taken back') });
    this.kinds.register(KINDS.settled, saySettled, { name: msg('Settled by the manager') });
    this.kinds.register(KINDS.moreTime, sayMoreTime, { name: msg('Asked for more time') });
  }
}
