import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { ScopeName } from './service-account.js';

export const SCOPE = 'cxu:scope';

/** `@Scope('metrics:read')` stands on every handler of the API instead of `@Can`: only accounts with it come in. */
export const Scope = (scope: ScopeName) => SetMetadata(SCOPE, scope);

/** `@ByAccount() account: ServiceAccount` in handlers under `@Scope`. */
export const ByAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().account,
);
