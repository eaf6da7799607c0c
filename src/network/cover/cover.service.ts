import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { isViolation } from '../../platform/database/violation.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { Forbidden, NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { type ColleagueFound, ColleaguesQueries } from './colleagues.queries.js';
import { coverChanged, coverEnded, coverGiven } from './cover.events.js';
import type { CoverForm, CoverWanted } from './cover.forms.js';
import { type CoverRow, CoverQueries } from './cover.queries.js';
import {
  checkChange,
  checkDeputy,
  checkEnd,
  checkHolder,
  checkLasting,
  checkStart,
  type CoverDays,
} from './cover-rules.js';
import { isOpen } from './cover-state.js';
import { givesAs } from './gives-as.js';
import { type ManagedPost, readPostKey } from './managed-post.js';
import { mayHandBack, mayManage, sees } from './who-may.js';

/** A cover that was checked and can be given. */
export interface CheckedCover extends CoverDays {
  post: ManagedPost;
  deputy: ColleagueFound;
}

/** Gives, changes and ends cover. Sent twice, each form does one thing. */
@Injectable()
export class CoverService {
  constructor(
    private readonly db: Database,
    private readonly queries: CoverQueries,
    private readonly colleagues: ColleaguesQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken with the field that must be put right; a post that is not theirs reads like one nobody has */
  async check(actor: Actor, form: CoverWanted): Promise<CheckedCover> {
    const today = this.clock.today();
    const post = await this.post(actor, form.post, today);
    const startsOn = checkStart(form.startsOn, today);
    const lastOn = form.lasts === 'open' ? checkLasting(post.role) : checkEnd(form.lastOn, startsOn);
    if (form.deputy === '') throw new RuleBroken(t('Choose who covers.'), 'deputy');
    const deputy = await this.colleagues.colleague(form.deputy, post, startsOn);
    if (deputy === null)
      throw new RuleBroken(
        t('We can’t find a colleague with the reference {reference} on that day.', { reference: form.deputy }),
        'deputy',
      );
    checkDeputy(deputy, post);
    checkHolder(post, { startsOn, lastOn });
    return { post, deputy, startsOn, lastOn };
  }

  /** @returns the id, the same one however often the form is sent */
  async give(actor: Actor, form: CoverForm): Promise<number> {
    const before = await this.queries.givenWith(form.formToken, actor.personId);
    if (before !== null) return before;
    const checked = await this.check(actor, form);
    try {
      return await this.db.write((tx) => this.write(tx, actor, form.formToken, checked));
    } catch (error) {
      if (!isViolation(error, 'cover_once')) throw error;
      const names = { deputy: checked.deputy.name, name: checked.post.personName };
      throw new RuleBroken(t('{deputy} covers for {name} on some of these days already.', names), 'deputy');
    }
  }

  /** A last day sooner or later than the one agreed. */
  async change(actor: Actor, id: number, lastOn: string): Promise<void> {
    const cover = await this.managed(actor, id);
    await this.db.write(async (tx) => {
      const held = await this.queries.hold(tx, cover.id);
      const today = londonDate(tx.now);
      checkOpen({ ...held, holderUntil: cover.holderUntil }, today);
      const day = checkChange(held, lastOn, today);
      if (day === held.lastOn) return;
      const stepId = await this.queries.changeEnd(tx, id, day, actor.personId);
      await tx.record(coverChanged({ coverId: id, stepId }, actor.personId));
      await this.audit(tx, actor, 'network.changeCover', id, { lastOn: day });
    });
  }

  /** From now on: who covered reaches at the next click what they reached before. */
  async end(actor: Actor, id: number): Promise<boolean> {
    const cover = await this.seen(actor, id);
    if (!mayManage(actor, cover) && !mayHandBack(actor, cover)) throw notTheirs();
    return this.db.write(async (tx) => {
      const held = await this.queries.hold(tx, id);
      const today = londonDate(tx.now);
      if (!isOpen({ ...held, holderUntil: cover.holderUntil }, today)) return false;
      const stepId = await this.queries.end(tx, id, today, actor.personId);
      await tx.record(coverEnded({ coverId: id, stepId }, actor.personId));
      await this.audit(tx, actor, 'network.endCover', id, {});
      return true;
    });
  }

  /** @throws NotFound for a cover that is none of theirs, known or not */
  async seen(actor: Actor, id: number): Promise<CoverRow> {
    const cover = await this.queries.one(id, this.clock.today());
    if (cover === null || !sees(actor, cover)) throw new NotFound();
    return cover;
  }

  /** @throws RuleBroken for a post that the actor cannot name cover for */
  async post(actor: Actor, key: string, today: IsoDate): Promise<ManagedPost> {
    const read = readPostKey(key);
    const post = read && (await this.colleagues.post(read, today));
    if (!post || givesAs(actor, post) === null) throw new RuleBroken(t('Choose for whom somebody is to act.'), 'post');
    return post;
  }

  private async managed(actor: Actor, id: number): Promise<CoverRow> {
    const cover = await this.seen(actor, id);
    if (!mayManage(actor, cover)) throw notTheirs();
    return cover;
  }

  private async write(tx: Tx, actor: Actor, formToken: string, checked: CheckedCover): Promise<number> {
    const { post, deputy, startsOn, lastOn } = checked;
    const wanted = { formToken, post, deputyId: deputy.personId, startsOn, lastOn, madeBy: actor.personId };
    const given = await this.queries.give(tx, wanted);
    if (given === null)
      throw new RuleBroken(t('This page had been open too long. Look at the preview again, then confirm.'));
    await tx.record(coverGiven({ coverId: given.id, stepId: given.stepId }, actor.personId));
    const detail = { for: post.personId, deputy: deputy.personId, role: post.role, place: post.code, startsOn, lastOn };
    await this.audit(tx, actor, 'network.giveCover', given.id, detail);
    return given.id;
  }

  private audit(tx: Tx, actor: Actor, action: string, id: number, detail: object): Promise<void> {
    return tx.audit({ actorId: actor.personId, action, subjectKind: 'cover', subjectId: id, detail });
  }
}

function checkOpen(facts: Parameters<typeof isOpen>[0], today: IsoDate): void {
  if (!isOpen(facts, today)) throw new RuleBroken(t('This cover is over. Give a new one.'), 'lastOn');
}

function notTheirs(): Forbidden {
  return new Forbidden(t('Only the manager who is covered for, the line above or an administrator changes this.'));
}
