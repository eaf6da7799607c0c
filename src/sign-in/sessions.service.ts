import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../platform/config.js';
import { DEVICE_COOKIE, readDevice, signedInOn, writeDevice } from './known-device.js';
import { SharedSeats } from './shared-devices/shared-seats.service.js';
import { deviceLabel, placeLabel } from './sessions/device-label.js';
import type { ProviderSession, WayIn } from './sessions/signed-in.js';

const A_YEAR_MS = 365 * 24 * 3_600_000;

/** Begins and ends the session of a browser. */
@Injectable()
export class Sessions {
  constructor(
    private readonly config: Config,
    private readonly shared: SharedSeats,
  ) {}

  /**
   * A new session id each time, so that one planted before the sign-in is worth nothing. What the identity provider calls
   * its own session is kept with ours, so that they can end together.
   */
  async begin(
    request: Request,
    response: Response,
    personId: number,
    { how, provider }: { how: WayIn; provider?: ProviderSession },
  ): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      request.logIn({ personId }, (error?: unknown) => (error ? reject(error as Error) : resolve()));
    });
    request.session.signedIn = { how, device: deviceLabel(request.get('user-agent')), place: placeLabel(request.ip) };
    if (provider !== undefined) request.session.provider = provider;
    const way = how === 'sharedDevice' ? 'pin' : 'password';
    if (request.shared) await this.shared.sitDown(request, response, personId, way);
    else this.remember(request, response, personId);
  }

  async end(request: Request, response: Response): Promise<void> {
    await this.shared.standUp(request, response);
    await new Promise<void>((resolve, reject) => {
      request.session.destroy((error?: unknown) => (error ? reject(error as Error) : resolve()));
    });
  }

  private remember(request: Request, response: Response, personId: number): void {
    const cookies = request.signedCookies as Record<string, unknown> | undefined;
    const device = signedInOn(readDevice(cookies?.[DEVICE_COOKIE]), personId, randomBytes(18).toString('base64url'));
    response.cookie(DEVICE_COOKIE, writeDevice(device), {
      signed: true,
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.secure,
      path: '/',
      maxAge: A_YEAR_MS,
    });
  }
}
