import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import type { Origin } from '../origin.js';
import { SessionsQueries } from '../sessions/sessions.queries.js';
import { SignInQueries } from '../sign-in.queries.js';
import { SignInService } from '../sign-in.service.js';
import { sayTooMany } from '../throttle.js';
import { checkChosen } from './new-password.js';
import { Passwords } from './passwords.service.js';

export interface PasswordChange {
  current: string;
  chosen: string;
  origin: Origin;
  /** The session in which it is changed: the others end. */
  sid: string;
}

@Injectable()
export class OwnPassword {
  constructor(
    private readonly db: Database,
    private readonly signIn: SignInService,
    private readonly queries: SignInQueries,
    private readonly sessions: SessionsQueries,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Changes the password of whoever knows the present one, and signs them out everywhere else.
   * @throws RuleBroken when the present one is wrong, was tried too often, or the new one is unsafe
   */
  async change(actor: Actor, { current, chosen, origin, sid }: PasswordChange): Promise<void> {
    checkChosen(chosen, actor.reference);
    const outcome = await this.signIn.try(actor.reference, current, origin);
    if (outcome.kind === 'wait') throw new RuleBroken(sayTooMany(outcome.seconds), 'current');
    if (outcome.kind === 'wrong') throw new RuleBroken(t('That isn’t your present password.'), 'current');
    const hash = await this.passwords.hash(chosen);
    const { personId } = actor;
    await this.db.write(async (tx) => {
      await this.queries.saveCredential(tx, personId, hash);
      await this.sessions.endAll(tx, { personId, exceptSid: sid });
      await tx.audit({
        actorId: personId,
        action: 'signIn.changedPassword',
        subjectKind: 'person',
        subjectId: personId,
      });
    });
  }
}
