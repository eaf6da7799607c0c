import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { RoleGrants } from '../../network/role-grants.service.js';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { LOG, type Log } from '../../platform/log.js';
import type { ProviderSession } from '../sessions/signed-in.js';
import { SignInQueries } from '../sign-in.queries.js';
import { rolesOf } from './group-roles.js';
import { IdentityProvider, type Proof } from './identity-provider.service.js';
import { ProviderVisitsQueries } from './provider-visits.queries.js';
import { type Claims, referenceIn, shapeOf } from './reference-claim.js';
import { Refused } from './refusal.js';
import { RefusalsQueries } from './refusals.queries.js';
import { whyRefused } from './why-refused.js';

/** How a way to the provider and back ended. `next` is one of our own paths. */
export type CompanyOutcome =
  | { kind: 'in'; personId: number; provider: ProviderSession & { idToken: string }; next: string }
  | { kind: 'refused'; refused: Refused; next: string };

/** Where somebody wants to go, and whether being known at the provider from before is not enough. */
interface Wanted {
  next: string;
  fresh: boolean;
}

/** What the provider's groups give is kept apart from what others granted. */
export const GRANTED_BY_PROVIDER = 'identity-provider';

/** Sign-in through the company's identity provider: there, back, and who that is here. */
@Injectable()
export class CompanySignIn {
  constructor(
    private readonly db: Database,
    private readonly provider: IdentityProvider,
    private readonly visits: ProviderVisitsQueries,
    private readonly people: SignInQueries,
    private readonly refusals: RefusalsQueries,
    private readonly grants: RoleGrants,
    private readonly clock: Clock,
    private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @returns where the browser goes, or why it goes nowhere */
  async begin({ next, fresh }: Wanted, browser: string, language: string): Promise<string | Refused> {
    const visit = {
      fresh,
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      next,
    };
    try {
      const url = await this.provider.authorizationUrl(visit, language);
      await this.visits.begin(visit, hashOf(browser));
      return url;
    } catch (error) {
      return this.refuse(error);
    }
  }

  /**
   * @param browser what was kept in the browser when it went out; null when it holds nothing
   * @param fresh whether the person must have proved themselves on this very way: the browser is a shared device by now
   */
  async finish(current: URL, browser: string | null, fresh: boolean): Promise<CompanyOutcome> {
    let next = '/';
    try {
      const visit = await this.visits.end(current.searchParams.get('state') ?? '', hashOf(browser ?? ''));
      if (visit === null) throw new Refused('visit');
      next = visit.next;
      if (fresh && !visit.fresh) throw new Refused('remembered', 'visit');
      const proof = await this.provider.redeem(current, visit);
      return { kind: 'in', personId: await this.welcome(proof.claims), provider: sessionOf(proof), next };
    } catch (error) {
      return { kind: 'refused', refused: await this.refuse(error), next };
    }
  }

  /** Who that is here, with the roles that their groups give from now on. Nobody is made or changed on the way. */
  private async welcome(claims: Claims): Promise<number> {
    const { referenceClaim, groupsClaim, groupRoles } = this.config.identityProvider!;
    const reference = referenceIn(claims, referenceClaim);
    const today = this.clock.today();
    const person = await this.people.withReference(reference, today);
    if (person === null) throw new Refused('unknownReference', shapeOf(reference));
    if (!person.inPost) throw new Refused('noPosting');
    const roles = rolesOf(Object.hasOwn(claims, groupsClaim) ? claims[groupsClaim] : undefined, groupRoles);
    await this.db.write((tx) => this.grants.replace(tx, person.id, GRANTED_BY_PROVIDER, roles, today));
    return person.id;
  }

  /** Counts why; what is no refusal but a fault of ours goes on as it was. */
  private async refuse(error: unknown): Promise<Refused> {
    const refused = whyRefused(error);
    if (refused === null) throw error;
    this.log.info({ reason: refused.reason, detail: refused.detail }, 'Company sign-in refused');
    await this.refusals.count(refused.reason, refused.detail);
    return refused;
  }
}

const sessionOf = ({ subject, session, idToken }: Proof) => ({ subject, session, idToken });

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
