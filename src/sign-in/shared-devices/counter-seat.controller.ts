import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import type { Problem } from '../../platform/web/form.js';
import { localPath } from '../../platform/web/local-path.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { Sessions } from '../sessions.service.js';
import { originOf } from '../sign-in.guard.js';
import { SignInService } from '../sign-in.service.js';
import { sayTooMany } from '../throttle.js';
import { readTyped, type TypedForm } from './draft.js';
import { LOCKS_AFTER, saidIdle } from './idle.js';
import { presentPassword } from './password.presenter.js';
import { counterDraftsPath, counterHerePath, counterLockPath, counterPasswordPath, counterPath } from './paths.js';
import { placeOf } from './return-path.js';
import { sharedDevicePermissions } from './shared-devices.policy.js';
import { SharedPlacesQueries } from './shared-places.queries.js';
import { SharedSeats } from './shared-seats.service.js';
import { SharedSessionsQueries } from './shared-sessions.queries.js';

type Fields = Record<string, unknown> | undefined;

/** What whoever is at work on a shared device does with their place: keep it, lock it, and find again what they had typed. */
@Controller()
export class CounterSeatController {
  constructor(
    private readonly seats: SharedSeats,
    private readonly sessions: Sessions,
    private readonly shared: SharedSessionsQueries,
    private readonly places: SharedPlacesQueries,
    private readonly signIn: SignInService,
  ) {}

  @Post(counterLockPath)
  @Can(sharedDevicePermissions.use)
  async lock(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Reply> {
    if (!request.shared) return seeOther('/');
    await this.seats.lock(request, response);
    return seeOther(counterPath);
  }

  /** A page says how long ago somebody last did something there. */
  @Post(counterHerePath)
  @Can(sharedDevicePermissions.use)
  async here(@Req() request: Request, @Body() body: Fields): Promise<{ locksAfter: number | null }> {
    if (!request.shared) return { locksAfter: null };
    await this.shared.noteActive(request.sessionID, saidIdle(body?.idle));
    return { locksAfter: LOCKS_AFTER };
  }

  @Post(counterDraftsPath)
  @Can(sharedDevicePermissions.use)
  async keepTyped(
    @By() { personId }: Actor,
    @Req() { shared }: Request,
    @Body() body: Fields,
  ): Promise<{ kept: boolean }> {
    const path = placeOf(typeof body?.path === 'string' ? body.path : '');
    if (!shared || path === null || path === '/') return { kept: false };
    const seat = { deviceId: shared.device.id, personId };
    const forms = readTyped(body?.forms);
    await (forms === null ? this.places.dropTyped(seat, path) : this.places.keepTyped(seat, path, forms));
    return { kept: forms !== null };
  }

  @Get(counterDraftsPath)
  @Can(sharedDevicePermissions.use)
  async typed(
    @By() { personId }: Actor,
    @Req() { shared }: Request,
    @Query('path') path: unknown,
  ): Promise<TypedForm[]> {
    if (!shared || typeof path !== 'string') return [];
    return this.places.typed({ deviceId: shared.device.id, personId }, path);
  }

  @Get(counterPasswordPath('/'))
  @Can(sharedDevicePermissions.use)
  password(@By() actor: Actor, @Req() { shared }: Request, @Query('next') next: unknown): Reply {
    if (shared?.seat?.way !== 'pin') return seeOther(localPath(next));
    return passwordForm(actor, localPath(next), []);
  }

  @Post(counterPasswordPath('/'))
  @Can(sharedDevicePermissions.use)
  async passwordTyped(
    @By() actor: Actor,
    @Body() body: Fields,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply> {
    const next = localPath(body?.next);
    if (request.shared?.seat?.way !== 'pin') return seeOther(next);
    const password = typeof body?.password === 'string' ? body.password : '';
    const outcome = await this.signIn.try(actor.reference, password, originOf(request));
    if (outcome.kind === 'wait') {
      response.set('Retry-After', String(outcome.seconds));
      return passwordForm(actor, next, [{ field: 'password', sentence: sayTooMany(outcome.seconds) }], 429);
    }
    if (outcome.kind === 'wrong') {
      return passwordForm(actor, next, [{ field: 'password', sentence: t('That isn’t your password.') }], 422);
    }
    await this.sessions.begin(request, response, outcome.personId, { how: 'password' });
    return seeOther(next);
  }
}

function passwordForm(actor: Actor, next: string, problems: readonly Problem[], status = 200): Reply {
  return page('sign-in/shared-devices/password', presentPassword(actor, next, problems), { status });
}
