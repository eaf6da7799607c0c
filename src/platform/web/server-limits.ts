import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';

/** Milliseconds. */
export const SERVER_LIMITS = {
  /** Whoever takes longer to say what they want is cut off. */
  headersTimeout: 15_000,
  /** A large file over a slow line takes minutes. */
  requestTimeout: 300_000,
  /** Longer than the minute that load balancers keep a line open, so that it is never us who hangs up in between. */
  keepAliveTimeout: 65_000,
  /** How often the two first ones are looked after. */
  connectionsCheckingInterval: 5_000,
} satisfies ServerOptions;

/** A server that nobody can keep busy by talking slowly. */
export function limitedServer(listener: RequestListener, limits: ServerOptions = SERVER_LIMITS): Server {
  return createServer(limits, listener);
}
