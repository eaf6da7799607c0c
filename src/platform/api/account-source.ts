import { Injectable } from '@nestjs/common';
import type { ServiceAccount } from './service-account.js';

/** What a token turned out to be. */
export type TokenFound = { account: ServiceAccount } | { tooMany: { retryAfterSeconds: number } } | null;

/** Knows service accounts; the sign-in module registers it. */
export interface AccountSource {
  /** The account of a token that is good now, counted as one request of it; null for any other text. */
  find(token: string): Promise<TokenFound>;
}

@Injectable()
export class AccountSlot implements AccountSource {
  private source: AccountSource = { find: () => Promise.resolve(null) };

  fill(source: AccountSource): void {
    this.source = source;
  }

  find(token: string): Promise<TokenFound> {
    return this.source.find(token);
  }
}
