import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { SessionsQueries } from '../sessions/sessions.queries.js';
import { IdentityProvider } from './identity-provider.service.js';
import { logoutIn } from './logout-token.js';
import { ProviderVisitsQueries } from './provider-visits.queries.js';
import { Refused } from './refusal.js';
import { whyRefused } from './why-refused.js';

/** Older than this, somebody has kept it. */
const OLDEST_SECONDS = 120;

/** Ends sessions when the provider says that their person signed out there (back-channel logout). */
@Injectable()
export class ProviderLogouts {
  constructor(
    private readonly db: Database,
    private readonly provider: IdentityProvider,
    private readonly visits: ProviderVisitsQueries,
    private readonly sessions: SessionsQueries,
  ) {}

  /** @returns why it was not believed; null when it was, also the second time */
  async hear(token: string): Promise<Refused | null> {
    try {
      const claims = await this.provider.verified(token, { maxTokenAge: OLDEST_SECONDS });
      const logout = logoutIn(claims);
      if (logout === null) return new Refused('token', 'logout');
      await this.db.write(async (tx) => {
        if (!(await this.visits.isFirst(tx, logout.tokenId))) return;
        const ended = await this.sessions.endOfProvider(tx, logout.subject, logout.session);
        for (const [personId, sessions] of Object.entries(countedByPerson(ended))) {
          await tx.audit({
            actorId: null,
            action: 'signIn.endedByProvider',
            subjectKind: 'person',
            subjectId: personId,
            detail: { sessions },
          });
        }
      });
      return null;
    } catch (error) {
      const refused = whyRefused(error);
      if (refused === null) throw error;
      return refused;
    }
  }
}

/** Nearly always one person; a provider's session belongs to one user. */
function countedByPerson(ended: readonly { personId: number }[]): Record<number, number> {
  const counted: Record<number, number> = {};
  for (const { personId } of ended) counted[personId] = (counted[personId] ?? 0) + 1;
  return counted;
}
