import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { isViolation } from '../../../platform/database/violation.js';
import { londonDate } from '../../../platform/dates.js';
import { NotFound, RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { personChanged } from '../../network.events.js';
import { PersonQueries } from '../person.queries.js';
import { type Held, withMain } from './held.js';
import { type ChangeKind, type Details, PersonChangesQueries, type PersonHeld } from './person-changes.queries.js';

type Part<K extends ChangeKind> = PersonHeld[K];

/** Changes a person by hand: one part at a time, each written down with what it was before, and to be taken back. */
@Injectable()
export class PersonChanges {
  constructor(
    private readonly db: Database,
    private readonly queries: PersonChangesQueries,
    private readonly persons: PersonQueries,
  ) {}

  /**
   * @param make what the part becomes, asked of the person as they are held
   * @returns false when it was like that already, or the form had been sent before
   */
  async change<K extends ChangeKind>(
    actor: Actor,
    reference: string,
    { kind, formToken, make }: { kind: K; formToken: string; make(held: PersonHeld): Part<K> },
  ): Promise<boolean> {
    const { id } = await this.find(actor, reference);
    return this.db.write(async (tx) => {
      const held = await this.queries.hold(tx, id);
      if (await this.queries.madeWith(tx, formToken)) return false;
      const [before, after] = [held[kind], make(held)];
      if (isSame(kind, before, after)) return false;
      await this.write(tx, held.id, kind, after);
      const changeId = await this.queries.keep(tx, {
        formToken,
        personId: id,
        kind,
        before,
        after,
        by: actor.personId,
      });
      await this.announce(tx, actor, held, { changeId, action: 'changePerson', kind });
      return true;
    });
  }

  /** Back to what it was before, while nothing else has changed it since. */
  async undo(actor: Actor, reference: string, changeId: number): Promise<void> {
    const { id } = await this.find(actor, reference);
    await this.db.write(async (tx) => {
      const held = await this.queries.hold(tx, id);
      const change = await this.queries.holdChange(tx, id, changeId);
      if (change === null) throw new NotFound();
      if (change.undoneAt !== null) return;
      if (!isSame(change.kind, held[change.kind], change.after))
        throw new RuleBroken(
          t('Something else has changed it since, so it can’t be taken back here. Change it again instead.'),
        );
      await this.write(tx, id, change.kind, change.before as Part<ChangeKind>);
      await this.queries.markUndone(tx, changeId, actor.personId);
      await this.announce(tx, actor, held, { changeId, action: 'undoPersonChange', kind: change.kind });
    });
  }

  /** @throws NotFound for somebody whom the actor does not reach */
  async find(actor: Actor, reference: string): Promise<PersonHeld> {
    const seen = await this.persons.seen(actor, [reference]);
    const held = seen.has(reference) ? await this.queries.held(reference) : null;
    if (held === null) throw new NotFound();
    return held;
  }

  private async write(tx: Tx, personId: number, kind: ChangeKind, part: Part<ChangeKind>): Promise<void> {
    if (kind === 'postings') return this.writePostings(tx, personId, part as Held[]);
    if (kind === 'leaves') return this.queries.writeLeaves(tx, personId, part as PersonHeld['leaves']);
    if (kind === 'extraTime') return this.queries.writeExtraTime(tx, personId, part as number);
    try {
      await this.queries.writeDetails(tx, personId, part as Details);
    } catch (error) {
      if (!isViolation(error, 'person_email')) throw error;
      throw new RuleBroken(t('Somebody else has this e-mail address.'), 'email');
    }
  }

  private async writePostings(tx: Tx, personId: number, postings: readonly Held[]): Promise<void> {
    const today = londonDate(tx.now);
    await this.queries.writePostings(tx, personId, postings);
    const keeps = postings.some(
      ({ role, from, to }) => role === 'administrator' && from <= today && (to === null || to > today),
    );
    if (!keeps && (await this.queries.otherAdministrators(tx, personId, today)) === 0)
      throw new RuleBroken(t('This is the last administrator. Make somebody else one first.'));
  }

  private async announce(
    tx: Tx,
    actor: Actor,
    { id }: PersonHeld,
    { changeId, action, kind }: { changeId: number; action: string; kind: ChangeKind },
  ): Promise<void> {
    await tx.record(personChanged({ personId: id, changeId }, actor.personId));
    const subject = { subjectKind: 'person', subjectId: id };
    await tx.audit({ actorId: actor.personId, action: `network.${action}`, ...subject, detail: { changeId, kind } });
  }
}

/** Postings are the same when the same posts are held on the same days, in however many pieces. */
function isSame(kind: ChangeKind, a: unknown, b: unknown): boolean {
  if (kind !== 'postings') return isDeepStrictEqual(a, b);
  return isDeepStrictEqual(withMain(a as Held[]), withMain(b as Held[]));
}
