import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { dropFlash } from '../../platform/web/flash.js';
import type { SharedWay } from '../../platform/web/shared-device.js';
import { DEVICE_COOKIE } from '../known-device.js';
import { sharedCookie } from './device-token.js';
import { PinsQueries } from './pins.queries.js';
import { SharedPlacesQueries } from './shared-places.queries.js';
import { SharedSessionsQueries } from './shared-sessions.queries.js';

/** As long as browsers keep a cookie at most; each sign-in begins it anew. */
const LASTS_MS = 400 * 86_400_000;

/** Sits people down at a shared device, one at a time, and has them leave nothing behind. */
@Injectable()
export class SharedSeats {
  constructor(
    private readonly db: Database,
    private readonly sessions: SharedSessionsQueries,
    private readonly places: SharedPlacesQueries,
    private readonly pins: PinsQueries,
    private readonly config: Config,
  ) {}

  /** Binds the session that has just begun to the device it began on; in an ordinary browser it does nothing. */
  async sitDown(request: Request, response: Response, personId: number, way: SharedWay): Promise<void> {
    if (!request.shared) return;
    const { device } = request.shared;
    request.session.sharedDevice = device.id;
    // Gone with the browser's last window.
    request.session.cookie.maxAge = undefined;
    const seat = { sid: request.sessionID, deviceId: device.id, personId, way, address: request.ip ?? 'unknown' };
    await this.db.write((tx) => this.sessions.open(tx, seat));
    if (way === 'password') await this.pins.forgetAllTries(personId);
    this.forgetPeople(request, response);
    this.keepToken(request, response);
  }

  /** Locks the device: whoever was at work there goes on with their PIN, where they were. */
  async lock(request: Request, response: Response): Promise<void> {
    if (!request.shared) return;
    await this.sessions.lock(request.shared.device.id);
    this.leaveNothing(request, response);
  }

  /** Signing out leaves nothing to go on with. */
  async standUp(request: Request, response: Response): Promise<void> {
    if (!request.shared?.seat) return;
    await this.places.forget({ deviceId: request.shared.device.id, personId: request.shared.seat.personId });
    this.leaveNothing(request, response);
  }

  /** What a browser may still hold of somebody, apart from its list of addresses, which no page can clear. */
  leaveNothing(request: Request, response: Response): void {
    dropFlash(request, response);
    response.set('Clear-Site-Data', '"cache", "storage"');
  }

  /** The cookie that makes this browser a shared device. */
  enrol(response: Response, token: string): void {
    response.cookie(sharedCookie(this.config.secure), token, {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.secure,
      path: '/',
      maxAge: LASTS_MS,
    });
  }

  /** An ordinary browser again. */
  release(response: Response): void {
    response.clearCookie(sharedCookie(this.config.secure), { path: '/', secure: this.config.secure });
  }

  /** A shared device does not remember who signed in on it. */
  forgetPeople(request: Request, response: Response): void {
    dropFlash(request, response);
    response.clearCookie(DEVICE_COOKIE, { path: '/' });
  }

  private keepToken(request: Request, response: Response): void {
    const token = (request.cookies as Record<string, unknown>)[sharedCookie(this.config.secure)];
    if (typeof token === 'string') this.enrol(response, token);
  }
}
