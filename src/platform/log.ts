import { pino } from 'pino';
import { requestId } from './request-id.js';

/** Structured lines on standard output, each with the id of the request or job it belongs to. */
export type Log = pino.Logger;

export const LOG = Symbol('Log');

export function openLog(level: string): Log {
  return pino({ level, base: null, mixin: () => ({ requestId: requestId() ?? undefined }) });
}
