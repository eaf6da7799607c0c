import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';

export interface PledgeToKeep {
  themeDayId: number;
  personId: number;
  unitId: number | null;
  words: string;
}

@Injectable()
export class PledgesQueries {
  /**
   * Keeps the one pledge of a person and day; other words replace the first ones, the moment stays the first.
   * @returns its id, or null when the same words were there already (a second click)
   */
  async keep(tx: Tx, pledge: PledgeToKeep): Promise<number | null> {
    const kept = await tx.one<{ id: number }>(
      `insert into pledge as p (theme_day_id, person_id, unit_id, words, made_at) values ($1, $2, $3, $4, $5)
       on conflict (theme_day_id, person_id) do update
          set words = excluded.words, made_at = least(p.made_at, excluded.made_at)
        where p.words <> excluded.words or p.made_at > excluded.made_at
       returning p.id`,
      [pledge.themeDayId, pledge.personId, pledge.unitId, pledge.words, tx.now],
    );
    return kept?.id ?? null;
  }
}
