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
import { ServiceAccountPlacesQueries } from './service-account-places.queries.js';
import { ServiceAccountsQueries } from './service-accounts.queries.js';
import { hashOf, prefixOf, tokenFrom } from './token.js';
import { type KnownPlace, placesMeant, readPlaces } from './written-places.js';

export interface WantedAccount {
  formToken: string;
  name: string;
  scopes: ScopeName[];
  /** Codes as they were written; null for the whole network. */
  places: string | null;
  endsOn: IsoDate | null;
}

/** How long the token before is good beside the new one, unless it got lost. */
export const OLD_TOKEN_HOURS = 24;

/** Makes accounts for other software, replaces their tokens and revokes them, and knows them again by their tokens. */
@Injectable()
export class ServiceAccounts implements AccountSource, OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queries: ServiceAccountsQueries,
    private readonly places: ServiceAccountPlacesQueries,
    private readonly slot: AccountSlot,
  ) {}

  onModuleInit(): void {
    this.slot.fill(this);
  }

  /**
   * @returns the token, which nobody can read again
   * @throws RuleBroken when the name is taken, a place is none, the end has passed, or this form made an account before
   */
  async make(actor: Actor, { formToken, name, scopes, places, endsOn }: WantedAccount): Promise<string> {
    if (endsOn !== null && endsOn < this.clock.today()) throw new RuleBroken(t('Choose an end to come.'), 'endsOn');
    const reach = places === null ? null : await this.placesFrom(places);
    const { token, kept } = newToken(formToken);
    const account = { ...kept, name, scopes, wholeNetwork: reach === null, endsOn, madeBy: actor.personId };
    await this.db
      .write(async (tx) => {
        const id = await this.queries.add(tx, account);
        if (id === null) throw new RuleBroken(t('This account was made a moment ago. Its token was shown then.'));
        if (reach !== null) await this.places.add(tx, id, reach);
        const detail = { scopes, endsOn, ...(reach && { places: reach.map(({ kind, code }) => `${kind} ${code}`) }) };
        await tx.audit({ ...by(actor, id), action: 'signIn.serviceAccountMade', detail });
      })
      .catch(nameTaken);
    return token;
  }

  /**
   * Another token for the same account.
   * @param lost whether the token before must open nothing from now on
   * @returns the new token, which nobody can read again
   * @throws NotFound for no such account; RuleBroken for a revoked one, and when this form made a token before
   */
  async replaceToken(actor: Actor, id: number, { formToken, lost }: { formToken: string; lost: boolean }) {
    const { token, kept } = newToken(formToken);
    return this.db.write(async (tx) => {
      const account = await this.queries.held(tx, id);
      if (account === null) throw new NotFound();
      if (!account.inUse) throw new RuleBroken(t('This account is revoked. Make another one.'));
      if (account.tokenForm === formToken)
        throw new RuleBroken(t('It got a new token a moment ago, which was shown then.'));
      await this.queries.replaceToken(tx, id, kept, lost ? 0 : OLD_TOKEN_HOURS);
      await tx.audit({ ...by(actor, id), action: 'signIn.serviceAccountToken', detail: { lost } });
      return { token, name: account.name };
    });
  }

  /** Its tokens are worth nothing from now on. */
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

  private async placesFrom(text: string): Promise<KnownPlace[]> {
    const written = readPlaces(text);
    return placesMeant(written, await this.places.withCodes(written.map(({ code }) => code)));
  }
}

function newToken(formToken: string) {
  const token = tokenFrom(randomBytes(32));
  return { token, kept: { formToken, tokenHash: hashOf(token), tokenPrefix: prefixOf(token) } };
}

function by(actor: Actor, id: number) {
  return { actorId: actor.personId, subjectKind: 'serviceAccount', subjectId: id };
}

function nameTaken(error: unknown): never {
  if (!isViolation(error, 'service_account_name')) throw error;
  throw new RuleBroken(t('An account in use has this name. Choose another one, or revoke it first.'), 'name');
}
