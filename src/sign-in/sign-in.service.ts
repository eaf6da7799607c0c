import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { RuleBroken } from '../platform/errors.js';
import { t } from '../platform/language/t.js';
import { SECRET } from '../platform/secret.queries.js';
import { type Account, SignInQueries } from './sign-in.queries.js';
import { readLogin } from './login-name.js';
import type { Origin } from './origin.js';
import { Passwords } from './passwords/passwords.service.js';
import { SessionsQueries } from './sessions/sessions.queries.js';
import { checkChosen } from './passwords/new-password.js';
import { mayUsePassword } from './passwords/password-rule.js';
import { waitSeconds } from './throttle.js';

/** How a try ended. `wrong` never says what was wrong. */
export type Outcome = { kind: 'in'; personId: number } | { kind: 'wrong' } | { kind: 'wait'; seconds: number };

@Injectable()
export class SignInService {
  constructor(
    private readonly db: Database,
    private readonly queries: SignInQueries,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsQueries,
    private readonly config: Config,
    private readonly clock: Clock,
    @Inject(SECRET) private readonly secret: string,
  ) {}

  /** Checks a reference or e-mail with a password. */
  async try(login: string, password: string, origin: Origin): Promise<Outcome> {
    const account = await this.queries.account(readLogin(login), this.clock.today());
    const known = account !== null && (origin.device?.personIds.includes(account.personId) ?? false);
    const key = this.keyOf(account, login);
    const place = known ? `device ${origin.device?.id}` : origin.address;
    const seconds = await this.admit(key, place, known);
    if (seconds > 0) return { kind: 'wait', seconds };
    const right = await this.passwords.matches(account?.passwordHash ?? null, password);
    if (!right || account === null || !this.mayEnter(account)) return { kind: 'wrong' };
    await this.queries.forgetFailures(key, place);
    return { kind: 'in', personId: account.personId };
  }

  /**
   * Gives the person a password, a chosen one or a new one that is returned, and ends their sessions.
   * @throws RuleBroken when nobody has the reference or the chosen one is unsafe.
   */
  async setPassword(reference: string, chosen: string | null): Promise<string> {
    const personId = await this.queries.personId(reference);
    if (personId === null) {
      throw new RuleBroken(
        t('Nobody has the reference {reference}. Import the units and people files first.', { reference }),
      );
    }
    const password = chosen === null ? this.passwords.generate() : checkChosen(chosen, reference);
    const hash = await this.passwords.hash(password);
    await this.db.write(async (tx) => {
      await this.queries.saveCredential(tx, personId, hash);
      await this.sessions.endAll(tx, { personId });
      await tx.audit({ actorId: null, action: 'signIn.setPassword', subjectKind: 'person', subjectId: personId });
    });
    return password;
  }

  /** Seconds to wait; 0 lets the try in and counts it as failed until it turns out right. */
  private admit(key: string, place: string, knownDevice: boolean): Promise<number> {
    return this.db.write(async (tx) => {
      await this.queries.lockTries(tx, key, place);
      const seconds = waitSeconds(await this.queries.failures(tx, key, place), knownDevice, new Date());
      if (seconds === 0) await this.queries.recordFailure(tx, key, place);
      return seconds;
    });
  }

  private mayEnter(account: Account): boolean {
    return account.inPost && mayUsePassword(account, this.config);
  }

  /** People type passwords into the wrong field: what was typed is never stored as it is. */
  private keyOf(account: Account | null, typed: string): string {
    const subject = account ? `person ${account.personId}` : `typed ${typed.normalize('NFKC').trim().toLowerCase()}`;
    return createHmac('sha256', this.secret).update(subject).digest('base64url');
  }
}
