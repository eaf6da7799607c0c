import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { BadRequest, NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { MessageKinds } from '../message-kinds.service.js';
import { notificationPermissions } from '../notifications.policy.js';
import { NotificationsQueries } from '../notifications.queries.js';
import { messagesPath, preferencesPath, readAllPath } from '../paths.js';
import { MailChoiceForm } from './inbox.forms.js';
import { presentInbox, presentMessage } from './inbox.presenter.js';
import { InboxQueries } from './inbox.queries.js';
import { Inbox } from './inbox.service.js';

const EACH = 25;

@Controller()
export class InboxController {
  constructor(
    private readonly inbox: Inbox,
    private readonly queries: InboxQueries,
    private readonly notifications: NotificationsQueries,
    private readonly kinds: MessageKinds,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  @Get(messagesPath)
  @Can(notificationPermissions.readOwn)
  async list(@By() actor: Actor, @Query('page') wanted: unknown): Promise<Reply> {
    const at = typeof wanted === 'string' && /^[1-9]\d{0,3}$/.test(wanted) ? Number(wanted) : 1;
    const now = this.clock.now();
    const rows = await this.queries.page(actor.personId, now, EACH + 1, (at - 1) * EACH);
    const unread = await this.notifications.unreadCount(actor.personId);
    const mail = await this.queries.mailChoice(actor.personId);
    const shown = { rows: rows.slice(0, EACH), at, more: rows.length > EACH, unread };
    const model = presentInbox(shown, mail, this.mailer.configured, actor, now, this.kinds);
    return page('notifications/messages', model);
  }

  /** Opening a message is reading it: what is written down here is that its reader has seen this very page. */
  @Get(`${messagesPath}/:id`)
  @Can(notificationPermissions.readOwn)
  async open(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    if (!/^\d{1,15}$/.test(id)) throw new NotFound();
    const message = await this.inbox.open(actor, Number(id));
    return page('notifications/message', presentMessage(message, actor, this.clock.now(), this.kinds));
  }

  @Post(readAllPath)
  @Can(notificationPermissions.readOwn)
  async readAll(@By() actor: Actor): Promise<Reply> {
    await this.inbox.readAll(actor);
    return seeOther(messagesPath, { flash: t('All messages are marked as read.') });
  }

  @Post(preferencesPath)
  @Can(notificationPermissions.readOwn)
  async choose(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    const { value, problems } = readForm(MailChoiceForm, body);
    if (problems[0]) throw new BadRequest(problems[0].sentence);
    await this.inbox.chooseMail(actor, value.digest === 'on');
    return seeOther(messagesPath, {
      flash:
        value.digest === 'on' ? t('You get e-mails again.') : t('You get no e-mails any more. Your messages are here.'),
    });
  }
}
