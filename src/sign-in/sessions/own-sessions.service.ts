import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { SignInQueries } from '../sign-in.queries.js';
import { SessionsQueries } from './sessions.queries.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Ends sessions from elsewhere: one's own, or a person's for whom an administrator acts. The same again changes nothing. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly db: Database,
    private readonly queries: SessionsQueries,
    private readonly signIn: SignInQueries,
  ) {}

  /** @returns its sid, or null when it had ended before */
  async endOne(actor: Actor, id: string): Promise<string | null> {
    if (!UUID.test(id)) return null;
    return this.db.write(async (tx) => {
      const sid = await this.queries.endOne(tx, actor.personId, id);
      if (sid !== null) await tx.audit({ ...ended(actor, actor.personId), detail: { sessions: 1 } });
      return sid;
    });
  }

  /** @returns how many ended */
  async endElsewhere(actor: Actor, exceptSid: string): Promise<number> {
    return this.endAll(actor, { personId: actor.personId, exceptSid });
  }

  async endEverywhere(actor: Actor): Promise<number> {
    return this.endAll(actor, { personId: actor.personId });
  }

  /** @throws NotFound when nobody has the reference */
  async endAllOf(actor: Actor, reference: string): Promise<number> {
    const personId = await this.signIn.personId(reference);
    if (personId === null) throw new NotFound();
    return this.endAll(actor, { personId });
  }

  private endAll(actor: Actor, ending: { personId: number; exceptSid?: string }): Promise<number> {
    return this.db.write(async (tx) => {
      const sessions = await this.queries.endAll(tx, ending);
      if (sessions > 0) await tx.audit({ ...ended(actor, ending.personId), detail: { sessions } });
      return sessions;
    });
  }
}

function ended(actor: Actor, personId: number) {
  return { actorId: actor.personId, action: 'signIn.endedSessions', subjectKind: 'person', subjectId: personId };
}
