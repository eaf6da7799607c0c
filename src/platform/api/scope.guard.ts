import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ApiProblem, unauthorized } from './api-problem.js';
import { SCOPE } from './scope.js';
import type { ScopeName } from './service-account.js';

/** Handlers under `@Scope` take requests of accounts that have it; all others are the business of PermissionGuard. */
@Injectable()
export class ScopeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const wanted = this.reflector.get<ScopeName | undefined>(SCOPE, context.getHandler());
    if (wanted === undefined) return true;
    const { account } = context.switchToHttp().getRequest<Request>();
    if (account === undefined) throw unauthorized(false);
    if (!account.scopes.includes(wanted)) throw insufficient(wanted);
    return true;
  }
}

function insufficient(wanted: ScopeName): ApiProblem {
  const challenge = `Bearer realm="CX University", error="insufficient_scope", scope="${wanted}"`;
  const detail = `This needs the scope ${wanted}, which the account does not have.`;
  return new ApiProblem(403, 'insufficient-scope', detail, { headers: { 'WWW-Authenticate': challenge } });
}
