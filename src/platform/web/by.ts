import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../actor.js';

declare module 'express-serve-static-core' {
  interface Request {
    id: string | number | object;
    /** Set at the door (permission.guard.ts): the actor with the reach that the handler's permission gives. */
    actingAs?: Actor;
  }
}

/** The signed-in actor of a request, or null. */
export function actorOf(request: Request): Actor | null {
  return (request.user as Actor | undefined) ?? null;
}

/**
 * `@By() actor: Actor`; in `@Public()` handlers `Actor | null`. The actor reaches only the places over which they hold one
 * of the roles that the handler's permission names.
 */
export const By = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<Request>();
  return request.actingAs ?? actorOf(request);
});
