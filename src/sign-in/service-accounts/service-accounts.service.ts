import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { type AccountSource, AccountSlot, type TokenFound } from '../../platform/api/account-source.js';
import type { ScopeName } from '../../platform/api/service-account.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { isViolation } from '../../platform/database/violation.js';
import type { IsoDate } from '../../platform/dates.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { REQUESTS_A_MINUTE, secondsLeft } from './request-rate.js';
import { ServiceAccountsQueries } from './service-accounts.queries.js';
import { hashOf, prefixOf, tokenFrom } from './token.js';

export interface WantedAccount {
  formToken: string;
  name: string;
  scopes: ScopeName[];
  endsOn: IsoDate | null;
}

/** Makes and revokes accounts for other software, and knows them again by their tokens. */
@Injectable()
export class ServiceAccounts implements AccountSource, OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queries: ServiceAccountsQueries,
    private readonly slot: AccountSlot,
  ) {}

  onModuleInit(): void {
    this.slot.fill(this);
  }

  /**
   * @returns the token, which nobody can read again
   * @throws RuleBroken when the name is taken, the end has passed, or this form made an account before
   */
  async make(actor: Actor, { formToken, name, scopes, endsOn }: WantedAccount): Promise<string> {
    if (endsOn !== null && endsOn < this.clock.today()) throw new RuleBroken(t('Choose an end to come.'), 'endsOn');
    const token = tokenFrom(randomBytes(32));
    const kept = { tokenHash: hashOf(token), tokenPrefix: prefixOf(token) };
    await this.db
      .write(async (tx) => {
        const id = await this.queries.add(tx, { formToken, name, scopes, endsOn, madeBy: actor.personId, ...kept });
        if (id === null) throw new RuleBroken(t('This account was made a moment ago. Its token was shown then.'));
        const detail = { scopes, endsOn };
        await tx.audit({ ...by(actor, id), action: 'signIn.serviceAccountMade', detail });
      })
      .catch(nameTaken);
    return token;
  }

  /** Its token is worth nothing from now on. */
  async revoke(actor: Actor, id: number): Promise<void> {
    await this.db.write(async (tx) => {
      const { known, revoked } = await this.queries.revoke(tx, id, actor.personId);
      if (!known) throw new NotFound();
      if (revoked) await tx.audit({ ...by(actor, id), action: 'signIn.serviceAccountRevoked' });
    });
  }

  async find(token: string): Promise<TokenFound> {
    const now = this.clock.now();
    const found = await this.queries.byToken(hashOf(token), this.clock.today(), now);
    if (found === null) return null;
    const { stale, ...account } = found;
    const { requests, minute } = await this.queries.count(account.id);
    if (stale) await this.queries.noteUse(account.id, now);
    if (requests <= REQUESTS_A_MINUTE) return { account };
    return { tooMany: { retryAfterSeconds: secondsLeft(minute, new Date()) } };
  }
}

function by(actor: Actor, id: number) {
  return { actorId: actor.personId, subjectKind: 'serviceAccount', subjectId: id };
}

function nameTaken(error: unknown): never {
  if (!isViolation(error, 'service_account_name')) throw error;
  throw new RuleBroken(t('An account in use has this name. Choose another one, or revoke it first.'), 'name');
}
