import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { untilOf } from './decided.js';
import type { CardDecisionForm } from './decisions.forms.js';
import { CardDecisionsQueries } from './decisions.queries.js';

/** Keeps what somebody did with a card. It is their own list: nobody else’s page changes. */
@Injectable()
export class CardDecisions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queries: CardDecisionsQueries,
  ) {}

  /** @throws RuleBroken for "Done" without a word about what was done. */
  async decide({ personId }: Actor, form: CardDecisionForm): Promise<void> {
    const { token, page, card, title, decision, note } = form;
    if (decision === 'done' && note === '') throw new RuleBroken(t('Say in a few words what you did.'), 'note');
    const until = untilOf(decision, this.clock.today());
    const formToken = `${token}:${card}:${decision}`;
    const kept = { formToken, personId, page, card, title, kind: decision, note: note || null, until };
    await this.db.write((tx) => this.queries.keep(tx, kept));
  }
}
