import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { t } from '../../platform/language/t.js';
import type { Permission } from '../../platform/permissions.js';
import { actorOf } from '../../platform/web/by.js';
import {
  type SharedBar,
  type SharedDeviceGate,
  SharedDeviceSlot,
  type SharedVisit,
} from '../../platform/web/shared-device.js';
import { showsSomebody } from './activity.js';
import { sharedCookie, tokenHash } from './device-token.js';
import { LOCKS_AFTER, WARNS_AFTER } from './idle.js';
import { counterDraftsPath, counterHerePath, counterLockPath, counterPasswordPath, counterPath } from './paths.js';
import { asPinOpens, takesPassword, worksIn } from './pin-rights.js';
import { placeOf } from './return-path.js';
import { SharedDevicesQueries } from './shared-devices.queries.js';
import { SharedPlacesQueries } from './shared-places.queries.js';
import { SharedSeats } from './shared-seats.service.js';
import { SharedSessionsQueries, type VisitFound } from './shared-sessions.queries.js';

/** What every request of a shared device passes: whose it is, whether they have been idle too long, what a PIN opens. */
@Injectable()
export class SharedGate implements SharedDeviceGate, OnModuleInit {
  readonly entrance = counterPath;

  constructor(
    private readonly slot: SharedDeviceSlot,
    private readonly db: Database,
    private readonly sessions: SharedSessionsQueries,
    private readonly devices: SharedDevicesQueries,
    private readonly places: SharedPlacesQueries,
    private readonly seats: SharedSeats,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.slot.fill(this);
  }

  concerns(request: Request): boolean {
    return this.tokenOf(request) !== undefined || request.session.sharedDevice !== undefined;
  }

  async enter(request: Request, response: Response): Promise<void> {
    const found = await this.visit(request);
    if (found === null) return this.leaveOrdinary(request, response);
    const { personId, way, stale, displaced, ...device } = found;
    request.shared = { device, seat: null };
    if (stale) await this.devices.noteUse(device.id, addressOf(request), this.clock.now());
    if (displaced) await this.noteCopy(device.id, addressOf(request));
    if (personId !== null && way !== null) return this.goOn(request, { personId, way, whole: null });
    const signedIn = signedInAs(request);
    if (signedIn === null) return;
    if (request.session.sharedDevice !== undefined) return this.end(request, response);
    // Signed in before the browser was enrolled: its leader.
    await this.seats.sitDown(request, response, signedIn, 'password');
    request.shared.seat = { personId: signedIn, way: 'password', whole: null };
  }

  async narrow(request: Request, response: Response): Promise<void> {
    const actor = actorOf(request);
    const { device, seat } = request.shared!;
    if (actor === null || seat === null) return this.end(request, response);
    seat.whole = actor;
    if (seat.way === 'password') return;
    if (!worksIn(actor, device.unitId)) return this.end(request, response);
    request.user = asPinOpens(actor);
  }

  passwordFor(request: Request, wanted: Permission): boolean {
    const seat = request.shared?.seat;
    const actor = actorOf(request);
    if (!seat?.whole || seat.way === 'password' || actor === null) return false;
    return takesPassword(request.path, wanted, actor, seat.whole);
  }

  passwordPath(next: string): string {
    return counterPasswordPath(next);
  }

  async shown(request: Request): Promise<void> {
    const { device, seat } = request.shared!;
    const path = placeOf(request.originalUrl);
    if (seat !== null && path !== null) await this.places.remember(seatOf(device.id, seat.personId), path);
  }

  bar({ device, seat }: SharedVisit): SharedBar {
    const paths = { lockPath: counterLockPath, herePath: counterHerePath, draftPath: counterDraftsPath, counterPath };
    return {
      place: t('{device}, {unit}', { device: device.name, unit: device.unitName }),
      seat: seat && { ...paths, warnAfter: WARNS_AFTER, lockAfter: LOCKS_AFTER },
    };
  }

  private async visit(request: Request): Promise<VisitFound | null> {
    const hash = tokenHash(this.tokenOf(request));
    if (hash === null) return null;
    return this.sessions.visit({
      tokenHash: hash,
      sid: request.sessionID,
      today: this.clock.today(),
      now: this.clock.now(),
      address: addressOf(request),
      present: showsSomebody(request.get('sec-fetch-dest')),
    });
  }

  /** Somebody is at work; what they had typed on a page that they now send needs no keeping. */
  private async goOn(request: Request, seat: NonNullable<SharedVisit['seat']>): Promise<void> {
    const shared = request.shared!;
    shared.seat = seat;
    if (request.method !== 'POST' || request.path.startsWith(counterPath)) return;
    const from = request.get('referer');
    if (from === undefined || !URL.canParse(from) || !showsSomebody(request.get('sec-fetch-dest'))) return;
    const { pathname, search } = new URL(from);
    await this.places.dropTyped(seatOf(shared.device.id, seat.personId), pathname + search);
  }

  /** Revoked, or its unit has closed: an ordinary browser from now on, and what went on there has ended. */
  private async leaveOrdinary(request: Request, response: Response): Promise<void> {
    if (this.tokenOf(request) !== undefined) this.seats.release(response);
    if (request.session.sharedDevice !== undefined) await this.end(request, response);
  }

  /** A new session of nobody's, so that forms can be sent from the page that follows. */
  private async end(request: Request, response: Response): Promise<void> {
    this.seats.leaveNothing(request, response);
    if (request.shared) request.shared.seat = null;
    delete request.user;
    await new Promise<void>((resolve, reject) => {
      request.session.regenerate((error?: unknown) => (error ? reject(error as Error) : resolve()));
    });
  }

  private async noteCopy(deviceId: number, address: string): Promise<void> {
    await this.db.write(async (tx) => {
      await this.devices.noteCopy(tx, deviceId, address);
      const subject = { subjectKind: 'sharedDevice', subjectId: deviceId };
      await tx.audit({ actorId: null, action: 'signIn.sharedDeviceCopied', ...subject });
    });
  }

  private tokenOf(request: Request): unknown {
    return (request.cookies as Record<string, unknown> | undefined)?.[sharedCookie(this.config.secure)];
  }
}

const addressOf = (request: Request) => request.ip ?? 'unknown';

const seatOf = (deviceId: number, personId: number) => ({ deviceId, personId });

function signedInAs(request: Request): number | null {
  const { passport } = request.session as { passport?: { user?: unknown } };
  return typeof passport?.user === 'number' ? passport.user : null;
}
