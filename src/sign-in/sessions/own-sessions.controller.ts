import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { localPath } from '../../platform/web/local-path.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { accountPermissions } from '../account/account.policy.js';
import { sessionEndPath, sessionsPath, SIGN_IN_PATH, signOutElsewherePath, signOutEverywherePath } from '../paths.js';
import { OwnSessions } from './own-sessions.service.js';
import { presentPersonSignOut, presentSessions } from './sessions.presenter.js';
import { SignInQueries } from '../sign-in.queries.js';
import { SessionsQueries } from './sessions.queries.js';

/** Where somebody is signed in, and how they end that from here. */
@Controller()
export class OwnSessionsController {
  constructor(
    private readonly service: OwnSessions,
    private readonly queries: SessionsQueries,
    private readonly signIn: SignInQueries,
  ) {}

  @Get(sessionsPath)
  @Can(accountPermissions.own)
  async list(@By() actor: Actor, @Req() request: Request): Promise<Reply> {
    const sessions = await this.queries.ofPerson(actor.personId, request.sessionID);
    return page('sign-in/sessions', presentSessions(sessions));
  }

  @Post(sessionEndPath(':id'))
  @Can(accountPermissions.own)
  async end(@By() actor: Actor, @Param('id') id: string, @Req() request: Request): Promise<Reply> {
    const sid = await this.service.endOne(actor, id);
    if (sid === request.sessionID) return seeOther(SIGN_IN_PATH, { flash: t('You’re signed out.') });
    return seeOther(sessionsPath, { flash: t('Signed out there.') });
  }

  @Post(signOutElsewherePath)
  @Can(accountPermissions.own)
  async endElsewhere(@By() actor: Actor, @Req() request: Request): Promise<Reply> {
    await this.service.endElsewhere(actor, request.sessionID);
    return seeOther(sessionsPath, { flash: t('You’re signed out everywhere else.') });
  }

  @Post(signOutEverywherePath)
  @Can(accountPermissions.own)
  async endEverywhere(@By() actor: Actor): Promise<Reply> {
    await this.service.endEverywhere(actor);
    return seeOther(SIGN_IN_PATH, { flash: t('You’re signed out everywhere.') });
  }

  /** From a person's page: an administrator, for somebody whose phone is lost. */
  @Get('/people/:reference/sign-out')
  @Can(accountPermissions.signOutOthers)
  async askAboutPerson(@Param('reference') reference: string): Promise<Reply> {
    const person = await this.signIn.named(reference);
    if (person === null) throw new NotFound();
    const sessions = await this.queries.ofPerson(person.id, '');
    return page('sign-in/person-sign-out', presentPersonSignOut(person, sessions), { bench: true });
  }

  @Post('/people/:reference/sign-out')
  @Can(accountPermissions.signOutOthers)
  async endOfPerson(
    @By() actor: Actor,
    @Param('reference') reference: string,
    @Body() fields: Record<string, unknown> | undefined,
  ): Promise<Reply> {
    const n = await this.service.endAllOf(actor, reference);
    const flash = t(
      '{n, plural, =0 {They weren’t signed in anywhere.} one {Signed out of # session.} other {Signed out of # sessions.}}',
      { n },
    );
    return seeOther(localPath(fields?.next), { flash });
  }
}
