import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { NotFound } from '../../platform/errors.js';
import type { MoreTimeForm } from '../changing/changing.forms.js';
import { checkExtension } from '../changing/extension-rule.js';
import { Telling } from '../messages/telling.service.js';
import { MoreTimeQueries } from './more-time.queries.js';

/** A learner asks those who asked for more time; they give it with one tap. */
@Injectable()
export class MoreTimeService {
  constructor(
    private readonly db: Database,
    private readonly queries: MoreTimeQueries,
    private readonly telling: Telling,
  ) {}

  /** @returns the day that was asked for */
  async ask(actor: Actor, slug: string, form: MoreTimeForm): Promise<IsoDate> {
    return this.db.write(async (tx) => {
      const open = await this.queries.hold(tx, actor.personId, slug);
      if (open === null) throw new NotFound();
      const wantedOn = checkExtension(form.dueOn, open.dueOn, londonDate(tx.now));
      const { requirementId } = open;
      const words = form.words || null;
      const id = await this.queries.ask(tx, { formToken: form.formToken, requirementId, wantedOn, words });
      if (id !== null) {
        const learner = { personId: actor.personId, reference: actor.reference, name: actor.name };
        await this.telling.moreTime(tx, open.askers, { id, learner, title: open.title, wantedOn, words });
      }
      return wantedOn;
    });
  }
}
