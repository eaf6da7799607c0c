import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { TooBusy } from '../errors.js';

/**
 * As many requests as one process answers at once before those behind them would wait for a connection to the database
 * longer than anybody waits: some fifteen for each connection.
 */
export const MOST_AT_ONCE = 150;

/** Machines that watch over the process must be answered most of all when it is busy. */
const FOR_MACHINES = /^\/(health|metrics)(\/|$)/;

/** Turns away what is too much, at once and in words, rather than letting everybody wait. */
export function notTooManyAtOnce(most = MOST_AT_ONCE): RequestHandler {
  let underWay = 0;
  return (request: Request, response: Response, next: NextFunction) => {
    if (FOR_MACHINES.test(request.path)) return next();
    if (underWay >= most) return next(new TooBusy());
    underWay += 1;
    response.once('close', () => (underWay -= 1));
    next();
  };
}
