import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Metrics } from './metrics.js';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Measures every request under the pattern of its route, so that however many pages there are, there are few series. */
export function measured(metrics: Pick<Metrics, 'observe'>): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const begun = process.hrtime.bigint();
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
      metrics.observe(methodOf(request.method), routeOf(request), statusOf(response), seconds);
    });
    next();
  };
}

/** Nobody can invent a method or a path that becomes a series of its own. */
const methodOf = (method: string): string => (METHODS.includes(method) ? method : 'other');

function routeOf({ route, originalUrl }: Request): string {
  const pattern = (route as { path?: unknown } | undefined)?.path;
  if (typeof pattern === 'string') return pattern;
  return originalUrl.startsWith('/assets/') ? '/assets' : 'none';
}

/** 499: whoever asked went away before the answer was complete. */
const statusOf = (response: Response): number => (response.writableFinished ? response.statusCode : 499);
