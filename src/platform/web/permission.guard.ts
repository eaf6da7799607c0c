import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { SCOPE } from '../api/scope.js';
import { Forbidden, NotFound } from '../errors.js';
import { can, type Permission, PERMISSION, PUBLIC } from '../permissions.js';
import { actingAs } from '../reach.js';
import { actorOf } from './by.js';
import { PasswordNeeded, SharedDeviceSlot } from './shared-device.js';
import { SignInNeeded } from './sign-in-needed.js';

/**
 * Deny by default: a handler is public, or the actor holds the permission it names, and then acts with the reach of the
 * roles in which they hold it: who is staff in one unit and manages an area elsewhere reads single answers in the area only.
 * Machines meet ScopeGuard instead.
 */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly shared: SharedDeviceSlot,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    if (this.reflector.get<boolean>(PUBLIC, handler) || this.reflector.get(SCOPE, handler) !== undefined) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const actor = actorOf(request);
    if (actor === null) throw new SignInNeeded();
    const wanted = this.reflector.get<Permission | undefined>(PERMISSION, handler);
    if (wanted && this.shared.gate?.passwordFor(request, wanted)) throw new PasswordNeeded();
    if (!wanted || !can(actor, wanted)) throw wanted?.hidden ? new NotFound() : new Forbidden();
    request.actingAs = actingAs(actor, wanted.roles);
    return true;
  }
}
