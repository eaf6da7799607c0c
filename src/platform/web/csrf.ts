import { Inject, Injectable } from '@nestjs/common';
import { doubleCsrf, type DoubleCsrfUtilities } from 'csrf-csrf';
import type { NextFunction, Request, Response } from 'express';
import { Config } from '../config.js';
import { BadRequest } from '../errors.js';
import { msg, t } from '../language/t.js';
import { SECRET } from '../secret.queries.js';
import { actorOf } from './by.js';
import { ForeignPosts } from './foreign-posts.js';
import { PostKeeperSlot } from './post-keeper.js';

const STALE = msg('This form had been open too long to be sent. Go back, reload the page and send it again.');

/**
 * The token that every form carries, bound to the session, so that no other site can post in a colleague's name. In front
 * of it stands whose page the form was on: `275~3f9c...`.
 */
@Injectable()
export class Csrf {
  private readonly tokens: DoubleCsrfUtilities;

  constructor(
    config: Config,
    @Inject(SECRET) secret: string,
    private readonly keeper: PostKeeperSlot,
    private readonly foreign: ForeignPosts,
  ) {
    this.tokens = doubleCsrf({
      getSecret: () => secret,
      getSessionIdentifier: (request) => (actorOf(request) === null ? 'nobody' : request.sessionID),
      cookieName: config.secure ? '__Host-cxu-csrf' : 'cxu-csrf',
      cookieOptions: { sameSite: 'lax', secure: config.secure, httpOnly: true, path: '/' },
      getCsrfTokenFromRequest: tokenOf,
    });
  }

  /**
   * The token of the request's session. Empty for a request that failed before its session was read: a token of nobody's
   * would replace the cookie under the forms that are open in other tabs.
   */
  token(request: Request, response: Response): string {
    if (request.session === undefined) return '';
    const token = this.tokens.generateCsrfToken(request, response, { validateOnReuse: false });
    const actor = actorOf(request);
    return actor === null ? token : `${actor.personId}~${token}`;
  }

  /** Whether the form, as far as it has been read, carries its session's token. */
  accepts(request: Request): boolean {
    return this.tokens.validateRequest(request);
  }

  /** Lets a safe or well-made request pass; keeps what somebody wrote when only their session or token had run out. */
  readonly protect = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || this.tokens.validateRequest(request)) return next();
    if (this.foreign.takes(request.path)) return next();
    // Nobody has read such a form yet: upload.interceptor.ts checks its token, and refuses it where no file is taken.
    if (request.is('multipart')) return next();
    if (tokenOf(request) === null) return next(new BadRequest(t(STALE), 403));
    const path = await this.keeper.keep(request, actorOf(request));
    if (path === null) return next(new BadRequest(t(STALE), 403));
    response.redirect(303, path);
  };
}

const OWNER = /^(\d{1,9})~/;

function tokenOf(request: Request): string | null {
  return postedToken(request)?.replace(OWNER, '') ?? null;
}

/** Whose page a posted form was on, null when it does not say. Nobody has signed that: it may only narrow. */
export function formOwner(request: Request): number | null {
  const owner = OWNER.exec(postedToken(request) ?? '')?.[1];
  return owner === undefined ? null : Number(owner);
}

function postedToken(request: Request): string | null {
  const body = request.body as { _csrf?: unknown } | undefined;
  return typeof body?._csrf === 'string' ? body._csrf : null;
}
