import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { Version } from './without-imports.js';

/** An answer with all the values that it has had. */
export interface Pile {
  responseId: number;
  versions: Version[];
}

/** Answers per transaction: few enough to lose little, enough for sets to pay. */
export const STEP = 5000;

/** The answers that some imports have set values of, read as piles (without-imports.ts). */
@Injectable()
export class PilesQueries {
  /** The next answers that these imports still have something in, locked in order. Empty when nothing is left. */
  async next(tx: Tx, importIds: readonly number[]): Promise<Pile[]> {
    // Both indexes give few rows at once; statistics of a table in which one import is half of all say otherwise.
    await tx.query('set local enable_seqscan = off');
    const rows = await tx.query<Row>(
      `with due as (
         (select id from survey_response where import_id = any ($1) limit $2)
         union (select response_id from survey_response_history where was_import_id = any ($1) limit $2)),
       held as materialized (
         select r.id, r.import_id from survey_response r where r.id in (select id from due limit $2) order by r.id
           for update)
       select held.id, held.import_id as "importId",
              (select json_agg(json_build_object('row', h.id, 'importId', h.was_import_id, 'known', h.old ? 'answered_at')
                               order by h.id)
                 from survey_response_history h where h.response_id = held.id) as replaced
         from held`,
      [importIds, STEP],
    );
    await tx.query('set local enable_seqscan = on');
    return rows.map(pileOf);
  }
}

interface Row {
  id: number;
  importId: number;
  replaced: { row: number; importId: number; known: boolean }[] | null;
}

function pileOf({ id, importId, replaced }: Row): Pile {
  const below = replaced ?? [];
  const entered = (at: number) => below[at - 1]?.row ?? null;
  const versions = below.map((one, at): Version => ({
    importId: one.importId,
    known: one.known,
    heldBy: one.row,
    enteredBy: entered(at),
  }));
  return {
    responseId: id,
    versions: [...versions, { importId, known: true, heldBy: null, enteredBy: entered(below.length) }],
  };
}
