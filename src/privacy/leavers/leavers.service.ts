import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Erasures } from '../../platform/privacy/erasure.js';
import type { RetentionRule } from '../../platform/privacy/retention.js';
import { isViolation } from '../../platform/database/violation.js';
import { peopleMadeAnonymous } from '../privacy.events.js';
import { LeaversQueries } from './leavers.queries.js';

/** The rule under which leavers go; its period is the one that the page of leavers shows. */
export const LEAVERS_RULE = 'privacy.leavers';

/** People made anonymous in one transaction: each touches a dozen tables. */
const PEOPLE_AT_ONCE = 200;

/** Makes leavers anonymous after their period, and holds back those whose data is still needed. */
@Injectable()
export class Leavers {
  constructor(
    private readonly db: Database,
    private readonly queries: LeaversQueries,
    private readonly erasures: Erasures,
  ) {}

  /** The retention rule: what every module erases, for a batch of people in one transaction. It cannot be undone. */
  rule(): RetentionRule {
    return {
      kind: LEAVERS_RULE,
      period: { unit: 'months', standard: 24, least: 6, most: 84 },
      time: 'product',
      what: () => t('Who a leaver was: name, reference, e-mail address, sign-in, messages and their own words'),
      stays: () => t('What they finished, without a name: every total stays the same.'),
      count: (before) => this.queries.count(before),
      apply: (tx, before, limit) => this.makeAnonymous(tx, before, Math.min(limit, PEOPLE_AT_ONCE)),
    };
  }

  /** @throws RuleBroken when nobody has the reference, or nothing is left to hold */
  async hold(actor: Actor, form: { formToken: string; reference: string; reason: string }): Promise<string> {
    return this.db
      .write(async (tx) => {
        const person = await this.queries.person(tx, form.reference);
        if (person === null) throw new RuleBroken(t('Nobody has this personnel reference.'), 'reference');
        if (person.anonymised)
          throw new RuleBroken(t('This person has been made anonymous. That can’t be undone.'), 'reference');
        const given = { ...form, personId: person.id, madeBy: actor.personId };
        if (await this.queries.hold(tx, given)) await this.audit(tx, actor, 'privacy.holdMade', person.id);
        return person.name;
      })
      .catch(heldAlready);
  }

  /** From now on the period counts again. */
  async endHold(actor: Actor, id: number): Promise<void> {
    await this.db.write(async (tx) => {
      const hold = await this.queries.endHold(tx, id, actor.personId);
      if (hold === null) throw new NotFound();
      if (hold.ended) await this.audit(tx, actor, 'privacy.holdEnded', hold.personId);
    });
  }

  private async makeAnonymous(tx: Tx, before: Date, limit: number): Promise<number> {
    const personIds = await this.queries.next(tx, before, limit);
    if (personIds.length === 0) return 0;
    for (const erasure of this.erasures.all) await erasure.apply(tx, personIds);
    await tx.record(peopleMadeAnonymous({ personIds }, null));
    await tx.audit({
      actorId: null,
      action: 'privacy.madeAnonymous',
      subjectKind: 'people',
      subjectId: '-',
      detail: { people: personIds.length },
    });
    return personIds.length;
  }

  private audit(tx: Tx, actor: Actor, action: string, personId: number): Promise<void> {
    return tx.audit({ actorId: actor.personId, action, subjectKind: 'person', subjectId: personId });
  }
}

function heldAlready(error: unknown): never {
  if (!isViolation(error, 'person_hold_open')) throw error;
  throw new RuleBroken(t('This person is on hold already. End that hold first to give another reason.'), 'reference');
}
