import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { DEVICE_COOKIE, readDevice } from './known-device.js';
import type { Origin } from './origin.js';
import type { Outcome } from './sign-in.service.js';

const PROPERTY = 'signInOutcome';

/** Runs the password strategy and leaves its outcome on the request; the handler turns each outcome into an answer. */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  constructor() {
    super({ property: PROPERTY });
  }

  /** Passport answers `false` when a field is empty. */
  override handleRequest<T>(error: unknown, outcome: Outcome | false): T {
    if (error) throw error;
    return (outcome || null) as T;
  }
}

/** What the guard found; null when the login or the password was left empty. */
export function outcomeOf(request: Request): Outcome | null {
  return (request as unknown as Record<typeof PROPERTY, Outcome | null>)[PROPERTY];
}

/** On a shared device a try counts for that device, so that nobody elsewhere behind the same address locks it out. */
export function originOf(request: Request): Origin {
  if (request.shared) return { address: `shared device ${request.shared.device.id}`, device: null };
  const cookies = request.signedCookies as Record<string, unknown> | undefined;
  return { address: request.ip ?? 'unknown', device: readDevice(cookies?.[DEVICE_COOKIE]) };
}
