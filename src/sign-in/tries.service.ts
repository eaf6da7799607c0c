import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { SECRET } from '../platform/secret.queries.js';
import type { Origin } from './origin.js';
import { SignInQueries } from './sign-in.queries.js';
import { waitSeconds } from './throttle.js';

/** One try to prove who somebody is. */
export interface Try {
  /** Tries of different kinds do not slow each other down. */
  kind: 'password' | 'code';
  /** Null when nobody is called what was typed; it counts just the same. */
  personId: number | null;
  typed: string;
  origin: Origin;
}

/** A try that may be made. It counts as failed until `right` is told. */
export interface Admitted {
  /** Seconds to wait; 0 lets it in. */
  seconds: number;
  right(): Promise<void>;
}

/** Counts tries of an account from a place, so that each failure makes the next one wait longer. */
@Injectable()
export class Tries {
  constructor(
    private readonly db: Database,
    private readonly queries: SignInQueries,
    @Inject(SECRET) private readonly secret: string,
  ) {}

  async admit({ kind, personId, typed, origin }: Try): Promise<Admitted> {
    const known = personId !== null && (origin.device?.personIds.includes(personId) ?? false);
    const key = this.keyOf(kind, personId, typed);
    const place = known ? `device ${origin.device?.id}` : origin.address;
    const seconds = await this.db.write(async (tx) => {
      await this.queries.lockTries(tx, key, place);
      const wait = waitSeconds(await this.queries.failures(tx, key, place), known, new Date());
      if (wait === 0) await this.queries.recordFailure(tx, key, place);
      return wait;
    });
    return { seconds, right: () => this.queries.forgetFailures(key, place) };
  }

  /** People type passwords into the wrong field: what was typed is never stored as it is. */
  private keyOf(kind: Try['kind'], personId: number | null, typed: string): string {
    const subject = personId === null ? `typed ${typed.normalize('NFKC').trim().toLowerCase()}` : `person ${personId}`;
    const named = kind === 'password' ? subject : `${kind} ${subject}`;
    return createHmac('sha256', this.secret).update(named).digest('base64url');
  }
}
