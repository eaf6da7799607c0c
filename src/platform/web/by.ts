import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../actor.js';

declare module 'express-serve-static-core' {
  interface Request {
    id: string | number | object;
  }
}

/** The signed-in actor of a request, or null. */
export function actorOf(request: Request): Actor | null {
  return (request.user as Actor | undefined) ?? null;
}

/** `@By() actor: Actor`; in `@Public()` handlers `Actor | null`. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<Request>()),
);
