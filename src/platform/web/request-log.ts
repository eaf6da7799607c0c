import type { Request, Response } from 'express';
import { pinoHttp } from 'pino-http';
import type { Log } from '../log.js';

/**
 * One line a request, with the error when there was one. Query strings and bodies stay out of it: people type names and
 * passwords into them.
 */
export function logged(log: Log) {
  return pinoHttp<Request>({
    logger: log,
    genReqId: (request) => request.id,
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
        id,
        method,
        path: url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    autoLogging: { ignore: (request) => /^\/(assets|health)\//.test(request.url ?? '') },
  });
}

/** Hands the error to the request's line. */
export function noteError(response: Response, error: unknown): void {
  response.err = error instanceof Error ? error : new Error(String(error));
}
