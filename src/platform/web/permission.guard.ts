import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { SCOPE } from '../api/scope.js';
import { Forbidden, NotFound } from '../errors.js';
import { can, type Permission, PERMISSION, PUBLIC } from '../permissions.js';
import { actorOf } from './by.js';
import { SignInNeeded } from './sign-in-needed.js';

/** Deny by default: a handler is public, or the actor holds the permission it names. Machines meet ScopeGuard instead. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    if (this.reflector.get<boolean>(PUBLIC, handler) || this.reflector.get(SCOPE, handler) !== undefined) return true;
    const actor = actorOf(context.switchToHttp().getRequest<Request>());
    if (actor === null) throw new SignInNeeded();
    const wanted = this.reflector.get<Permission | undefined>(PERMISSION, handler);
    if (!wanted || !can(actor, wanted)) throw wanted?.hidden ? new NotFound() : new Forbidden();
    return true;
  }
}
