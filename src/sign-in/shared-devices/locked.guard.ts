import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { NotLocked } from '../../platform/web/shared-device.js';

/** Lets in a shared device at which nobody is signed in, and nothing else. */
@Injectable()
export class LockedGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { shared } = context.switchToHttp().getRequest<Request>();
    if (shared === undefined || shared.seat !== null) throw new NotLocked();
    return true;
  }
}

/** `@LockedDevice() device: SharedDevice` in handlers behind the guard. */
export const LockedDevice = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().shared!.device,
);
