import { createHash } from 'node:crypto';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { inLanguage } from '../language/language.js';
import type { AccountSource } from './account-source.js';
import { ApiProblem, unauthorized } from './api-problem.js';

/** Room for a thousand responses with long comments. */
const BODY_LIMIT = '5mb';

/**
 * What requests to /api/v1 pass through instead of cookies, sessions and form tokens: the token is looked up before a
 * byte of the body is read, and the body is JSON or nothing.
 */
export function apiEntrance(accounts: AccountSource): RequestHandler[] {
  return [inEnglish, withAccount(accounts), refuseOtherMedia, json];
}

function inEnglish(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  inLanguage('en', next);
}

/** A request without a token goes on, since some addresses are public, but no further than its head. */
function withAccount(accounts: AccountSource): RequestHandler {
  return (request, _response, next) => {
    const given = request.headers.authorization;
    if (given === undefined) return next(hasBody(request) ? unauthorized(false) : undefined);
    const token = /^Bearer +([\w~+/.-]{1,200}=*) *$/i.exec(given)?.[1];
    if (token === undefined) return next(unauthorized(true));
    accounts.find(token).then(
      (found) => {
        if (found === null) return next(unauthorized(true));
        if ('tooMany' in found) return next(tooMany(found.tooMany.retryAfterSeconds));
        request.account = found.account;
        next();
      },
      (error: unknown) => next(error),
    );
  };
}

function tooMany(seconds: number): ApiProblem {
  const headers = { 'Retry-After': String(seconds) };
  return new ApiProblem(429, 'rate-limit', `This account has asked too often. Wait ${seconds} seconds.`, { headers });
}

function refuseOtherMedia(request: Request, _response: Response, next: NextFunction): void {
  if (!hasBody(request) || request.is('application/json')) return next();
  next(new ApiProblem(415, 'unsupported-media-type', 'Send the body as application/json in UTF-8.'));
}

function hasBody(request: Request): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

const json = express.json({
  limit: BODY_LIMIT,
  type: 'application/json',
  verify: (request, _response, bytes) => {
    (request as Request).bodySha256 = createHash('sha256').update(bytes).digest('hex');
  },
});
