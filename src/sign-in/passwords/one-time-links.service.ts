import { createHash, createHmac, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { SECRET } from '../../platform/secret.queries.js';
import { readLogin } from '../login-name.js';
import { newPasswordPath } from '../paths.js';
import { SessionsQueries } from '../sessions/sessions.queries.js';
import { linkAsked } from '../sign-in.events.js';
import { type Account, SignInQueries } from '../sign-in.queries.js';
import { waitSeconds } from '../throttle.js';
import { checkChosen } from './new-password.js';
import { type LinkOwner, OneTimeLinksQueries } from './one-time-links.queries.js';
import { mayUsePassword } from './password-rule.js';
import { Passwords } from './passwords.service.js';

const SECRET_BYTES = 32;

/** For somebody we know there is a row more to write; nobody should learn that from the time it takes. */
const SAME_FOR_ALL_MS = 200;

/**
 * Links with which somebody chooses a new password: 30 minutes, once. The link is made while its e-mail is written; only
 * its hash is kept. Whoever asks never learns whether the account exists.
 */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly db: Database,
    private readonly queries: OneTimeLinksQueries,
    private readonly signIn: SignInQueries,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsQueries,
    private readonly clock: Clock,
    private readonly config: Config,
    @Inject(SECRET) private readonly secret: string,
  ) {}

  /** @returns seconds to wait, or 0 when it was taken; somebody unknown is taken just the same, and takes as long */
  async ask(login: string, address: string): Promise<number> {
    const same = setTimeout(SAME_FOR_ALL_MS);
    const seconds = await this.take(login, address);
    if (seconds === 0) await same;
    return seconds;
  }

  private async take(login: string, address: string): Promise<number> {
    const account = await this.signIn.account(readLogin(login), this.clock.today());
    const key = this.keyOf(account, login);
    return this.db.write(async (tx) => {
      await this.signIn.lockTries(tx, key, address);
      const seconds = waitSeconds(await this.signIn.failures(tx, key, address), false, new Date());
      if (seconds > 0) return seconds;
      await this.signIn.recordFailure(tx, key, address);
      if (account !== null && this.mayHave(account) && (await this.queries.hasAddress(tx, account.personId))) {
        await tx.record(linkAsked({ personId: account.personId }, null));
      }
      return 0;
    });
  }

  /** The path of a new link, for one e-mail. It is not kept: whoever calls this hands it on and forgets it. */
  async make(personId: number): Promise<string> {
    const code = randomBytes(SECRET_BYTES).toString('base64url');
    await this.queries.keep(personId, hashOf(code));
    return newPasswordPath(code);
  }

  owner(code: string): Promise<LinkOwner | null> {
    return this.queries.owner(hashOf(code), this.clock.today());
  }

  /**
   * Sets the password that was chosen, uses the link up and signs the person out everywhere.
   * @returns false when the link is spent
   * @throws RuleBroken when the password is unsafe; the link can be used again
   */
  async choose(code: string, password: string): Promise<boolean> {
    const owner = await this.owner(code);
    if (owner === null || !mayUsePassword({ ...owner, demo: false }, this.config)) return false;
    const hash = await this.passwords.hash(checkChosen(password, owner.reference));
    return this.db.write(async (tx) => {
      if (!(await this.queries.spend(tx, hashOf(code)))) return false;
      const { personId } = owner;
      await this.signIn.saveCredential(tx, personId, hash);
      await this.sessions.endAll(tx, { personId });
      await tx.audit({ actorId: personId, action: 'signIn.chosePassword', subjectKind: 'person', subjectId: personId });
      return true;
    });
  }

  private mayHave(account: Account): boolean {
    return account.inPost && mayUsePassword(account, this.config);
  }

  /** Apart from the tries to sign in: asking for help does not make those slower. */
  private keyOf(account: Account | null, typed: string): string {
    const subject = account ? `person ${account.personId}` : `typed ${typed.normalize('NFKC').trim().toLowerCase()}`;
    return createHmac('sha256', this.secret).update(`help ${subject}`).digest('base64url');
  }
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('base64url');
