import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import express, { type NextFunction, type Request, type Response } from 'express';
import passport from 'passport';
import { AccountSlot } from '../api/account-source.js';
import { apiEntrance } from '../api/api-entrance.js';
import { isApi } from '../api/service-account.js';
import { ACTOR_SOURCE, type ActorSource } from '../actor-source.js';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { inLanguage, language } from '../language/language.js';
import { deviceLanguage } from '../language/language-cookie.js';
import { t } from '../language/t.js';
import { LOG, type Log } from '../log.js';
import { measured } from '../metrics/measured.js';
import { Metrics } from '../metrics/metrics.js';
import { underRequestId } from '../request-id.js';
import { SECRET } from '../secret.queries.js';
import { ASSETS } from './assets.js';
import { actorOf } from './by.js';
import { notTooManyAtOnce } from './crowd.js';
import { Csrf } from './csrf.js';
import { Readiness } from './readiness.js';
import { logged } from './request-log.js';
import { securityHeaders } from './security-headers.js';
import { sessions } from './session.js';
import { SharedDeviceSlot } from './shared-device.js';
import { asFarAsPinsOpen, atSharedDevice } from './shared-device-entrance.js';

const FORM_LIMIT = '1mb';

/** What every request passes through, in order, before it reaches a handler. */
export function useMiddleware(app: NestExpressApplication): void {
  const config = app.get(Config);
  const secret = app.get<string>(SECRET);
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  const log = app.get<Log>(LOG);
  app.use(identified, logged(log), measured(app.get(Metrics)), lastWord(app.get(Readiness)));
  app.use(securityHeaders(config), compression());
  app.use('/assets', express.static(ASSETS, { immutable: true, maxAge: '365d', index: false }), noSuchAsset);
  const crowd = notTooManyAtOnce();
  const machines = express.Router().use(crowd, apiEntrance(app.get(AccountSlot)));
  const people = express.Router().use(cookieParser(secret), inTheDevicesLanguage);
  if (config.secure) people.use(overHttps);
  people.use(express.urlencoded({ extended: false, limit: FORM_LIMIT, parameterLimit: 2000 }));
  people.use(express.json({ limit: FORM_LIMIT }), crowd);
  const shared = app.get(SharedDeviceSlot);
  const source = app.get<ActorSource>(ACTOR_SOURCE);
  people.use(sessions(config, app.get(Database).pool, source, secret, log), atSharedDevice(shared));
  people.use(signedIn(source), asFarAsPinsOpen(shared));
  people.use(inTheReadersLanguage, app.get(Csrf).protect);
  app.use((request: Request, response: Response, next: NextFunction) =>
    (isApi(request) ? machines : people)(request, response, next),
  );
}

function identified(request: Request, response: Response, next: NextFunction): void {
  request.id = randomUUID();
  response.set('X-Request-Id', request.id);
  underRequestId(request.id, next);
}

/** A process that leaves keeps no line open. */
function lastWord(readiness: Readiness) {
  return (_request: Request, response: Response, next: NextFunction) => {
    if (readiness.isLeaving) response.set('Connection', 'close');
    next();
  };
}

/** Before anybody is known, and for what goes wrong on the way there. */
function inTheDevicesLanguage(request: Request, _response: Response, next: NextFunction): void {
  inLanguage(deviceLanguage(request), next);
}

function inTheReadersLanguage(request: Request, _response: Response, next: NextFunction): void {
  inLanguage(actorOf(request)?.language ?? language(), next);
}

/** A style sheet is not read by people: no page for one that is missing. */
function noSuchAsset(_request: Request, response: Response): void {
  response.status(404).type('text').send(t('Not found'));
}

/** Under an https address people come by https, whatever the last proxy speaks: Secure cookies are always sent. */
function overHttps(request: Request, _response: Response, next: NextFunction): void {
  Object.defineProperty(request, 'secure', { value: true });
  next();
}

/** The session holds a person's id; the actor is read afresh at every request, so a closed posting ends access at once. */
function signedIn(source: ActorSource) {
  const authenticator = new passport.Passport();
  authenticator.serializeUser<number>((user, done) => done(null, (user as { personId: number }).personId));
  authenticator.deserializeUser<number, Request>((request, personId, done) => {
    if (request.sessionActor?.personId === personId) return done(null, request.sessionActor);
    source.load(personId).then(
      (actor) => done(null, actor ?? false),
      (error: unknown) => done(error),
    );
  });
  return [authenticator.initialize(), authenticator.session()];
}
