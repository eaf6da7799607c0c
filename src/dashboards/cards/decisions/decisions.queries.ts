import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { IsoDate } from '../../../platform/dates.js';
import type { Decided, DecisionKind } from './decided.js';

export interface DecisionToKeep {
  formToken: string;
  personId: number;
  page: string;
  card: string;
  title: string;
  kind: DecisionKind;
  note: string | null;
  until: IsoDate | null;
}

@Injectable()
export class CardDecisionsQueries {
  constructor(private readonly db: Database) {}

  /** The latest decision about each card of a page by now, the newest first; brought back ones are left out. */
  of(personId: number, page: string, now: Date): Promise<Decided[]> {
    return this.db.query<Decided>(
      `select * from (
         select distinct on (card) card, title, kind, note, decided_at as "decidedAt", until
           from card_decision where person_id = $1 and page = $2 and decided_at <= $3
          order by card, id desc) latest
        where kind <> 'back' order by "decidedAt" desc limit 50`,
      [personId, page, now],
    );
  }

  /** Once per form token. */
  async keep(tx: Tx, decision: DecisionToKeep): Promise<void> {
    const { formToken, personId, page, card, title, kind, note, until } = decision;
    await tx.query(
      `insert into card_decision (form_token, person_id, page, card, title, kind, note, decided_at, until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (form_token) do nothing`,
      [formToken, personId, page, card, title, kind, note, tx.now, until],
    );
  }
}
