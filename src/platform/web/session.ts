import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import type { Request, RequestHandler } from 'express';
import type { Pool } from 'pg';
import type { Actor } from '../actor.js';
import type { ActorSource } from '../actor-source.js';
import type { Config } from '../config.js';
import type { Log } from '../log.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** Who is signed in by the session that the cookie named: it came with it. Undefined where no session was read. */
    sessionActor?: Actor | null;
  }
}

const IDLE_HOURS = 12;
const TOUCH_MINUTES = 5;
const REMEMBERED = 100_000;

/**
 * Sessions live in PostgreSQL. The row is written at sign-in and then at most every five minutes, however many pages are
 * read. They use real time, not the product's clock.
 */
export function sessions(config: Config, pool: Pool, source: ActorSource, secret: string, log: Log): RequestHandler {
  return session({
    name: config.secure ? '__Host-cxu' : 'cxu',
    secret,
    resave: false,
    saveUninitialized: false,
    store: new SeldomTouchedStore(pool, source, log),
    cookie: { httpOnly: true, sameSite: 'lax', secure: config.secure, path: '/', maxAge: IDLE_HOURS * 3_600_000 },
  });
}

const PgStore = connectPgSimple(session);

/**
 * Reads a session together with its person. Remembers per process when it last wrote a row; forgetting only costs one more
 * write.
 */
class SeldomTouchedStore extends PgStore {
  private readonly writtenAt = new Map<string, number>();
  private readonly actors = new WeakMap<session.SessionData, Actor | null>();

  constructor(
    pool: Pool,
    private readonly source: ActorSource,
    log: Log,
  ) {
    super({ pool, tableName: 'session', errorLog: (...words: unknown[]) => log.warn({ words }, 'Sessions') });
  }

  override get(sid: string, done: (error: unknown, data?: session.SessionData | null) => void): void {
    this.source.bySession(sid).then((found) => {
      if (found !== null) this.actors.set(found.kept, found.actor);
      done(null, found?.kept ?? null);
    }, done);
  }

  override createSession(request: Request, kept: session.SessionData): session.Session & session.SessionData {
    const actor = this.actors.get(kept);
    if (actor !== undefined) request.sessionActor = actor;
    return super.createSession(request, kept);
  }

  override set(sid: string, data: session.SessionData, done?: (error?: unknown) => void): void {
    this.remember(sid);
    super.set(sid, data, done);
  }

  override touch(sid: string, data: session.SessionData, done?: () => void): void {
    if (Date.now() - (this.writtenAt.get(sid) ?? 0) < TOUCH_MINUTES * 60_000) return done?.();
    this.remember(sid);
    super.touch(sid, data, done);
  }

  private remember(sid: string): void {
    if (this.writtenAt.size > REMEMBERED) this.writtenAt.clear();
    this.writtenAt.set(sid, Date.now());
  }
}
