import type { Request } from 'express';
import type { Reach } from '../actor.js';

/** What a service account may be allowed to do; each handler of the API names one. */
export const SCOPES = ['responses:write', 'metrics:read', 'metrics:write'] as const;
export type ScopeName = (typeof SCOPES)[number];

/** Other software of the company, as a request is made under its name. */
export interface ServiceAccount {
  id: number;
  name: string;
  scopes: ScopeName[];
  /** Where it may act, as a manager's reach: what lies outside reads as if it were not there. */
  reach: Reach;
}

declare module 'express-serve-static-core' {
  interface Request {
    /** Set on /api/v1 once the bearer token was found good. */
    account?: ServiceAccount;
    /** SHA-256 of the body as it arrived, hex. */
    bodySha256?: string;
  }
}

export function isApi({ originalUrl }: Pick<Request, 'originalUrl'>): boolean {
  return /^\/api\/v1(?:[/?]|$)/.test(originalUrl);
}
