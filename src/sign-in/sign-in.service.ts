import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { RuleBroken } from '../platform/errors.js';
import { t } from '../platform/language/t.js';
import { type Account, SignInQueries } from './sign-in.queries.js';
import { readLogin } from './login-name.js';
import type { Origin } from './origin.js';
import { Passwords } from './passwords/passwords.service.js';
import { SessionsQueries } from './sessions/sessions.queries.js';
import { checkChosen } from './passwords/new-password.js';
import { mayUsePassword } from './passwords/password-rule.js';
import { Tries } from './tries.service.js';

/** How a try ended. `wrong` never says what was wrong. */
export type Outcome = { kind: 'in'; personId: number } | { kind: 'wrong' } | { kind: 'wait'; seconds: number };

@Injectable()
export class SignInService {
  constructor(
    private readonly db: Database,
    private readonly queries: SignInQueries,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsQueries,
    private readonly tries: Tries,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Checks a reference or e-mail with a password. */
  async try(login: string, password: string, origin: Origin): Promise<Outcome> {
    const account = await this.queries.account(readLogin(login), this.clock.today());
    const admitted = await this.tries.admit({
      kind: 'password',
      personId: account?.personId ?? null,
      typed: login,
      origin,
    });
    if (admitted.seconds > 0) return { kind: 'wait', seconds: admitted.seconds };
    const right = await this.passwords.matches(account?.passwordHash ?? null, password);
    if (!right || account === null || !this.mayEnter(account)) return { kind: 'wrong' };
    await admitted.right();
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

  private mayEnter(account: Account): boolean {
    return account.inPost && mayUsePassword(account, this.config);
  }
}
