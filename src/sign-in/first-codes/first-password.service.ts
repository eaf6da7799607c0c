import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { readLogin } from '../login-name.js';
import type { Origin } from '../origin.js';
import { checkChosen } from '../passwords/new-password.js';
import { mayUsePassword } from '../passwords/password-rule.js';
import { Passwords } from '../passwords/passwords.service.js';
import { SessionsQueries } from '../sessions/sessions.queries.js';
import { SignInQueries } from '../sign-in.queries.js';
import type { Outcome } from '../sign-in.service.js';
import { Tries } from '../tries.service.js';
import { readCode } from './code.js';
import { FirstCodesQueries } from './first-codes.queries.js';
import { sha256 } from './first-codes.service.js';

export interface FirstPassword {
  login: string;
  code: string;
  password: string;
  origin: Origin;
}

/** Takes a code from paper, and the password that its owner chooses with it. */
@Injectable()
export class FirstPasswords {
  constructor(
    private readonly db: Database,
    private readonly queries: FirstCodesQueries,
    private readonly signIn: SignInQueries,
    private readonly sessions: SessionsQueries,
    private readonly passwords: Passwords,
    private readonly tries: Tries,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Sets the password that was chosen, uses the code up and signs its owner out everywhere. A wrong code costs as much time
   * as a right one, and an unknown reference as much as a known one.
   * @throws RuleBroken when the password is unsafe; the code can be used again
   */
  async choose({ login, code, password, origin }: FirstPassword): Promise<Outcome> {
    checkChosen(password, login.trim());
    const account = await this.signIn.account(readLogin(login), this.clock.today());
    const personId = account?.personId ?? null;
    const admitted = await this.tries.admit({ kind: 'code', personId, typed: login, origin });
    if (admitted.seconds > 0) return { kind: 'wait', seconds: admitted.seconds };
    const hash = await this.passwords.hash(password);
    const mayEnter = account !== null && mayUsePassword({ ...account, demo: false }, this.config);
    const right = await this.redeem(mayEnter ? account.personId : 0, code, hash);
    if (!right || account === null) return { kind: 'wrong' };
    await admitted.right();
    return { kind: 'in', personId: account.personId };
  }

  private redeem(personId: number, typed: string, passwordHash: string): Promise<boolean> {
    return this.db.write(async (tx) => {
      if (!(await this.queries.use(tx, personId, sha256(readCode(typed) ?? ''), this.clock.today()))) return false;
      await this.signIn.saveCredential(tx, personId, passwordHash);
      await this.sessions.endAll(tx, { personId });
      await tx.audit({ actorId: personId, action: 'signIn.usedFirstCode', subjectKind: 'person', subjectId: personId });
      return true;
    });
  }
}
