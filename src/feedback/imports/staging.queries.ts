/** The table in which responses wait to be landed, in the transaction that lands them. */
import { copyInto, copyLine } from '../../platform/database/copy.js';
import type { Tx } from '../../platform/database/tx.js';
import { ANSWER_COLUMNS } from '../rollups/counting-sql.js';
import type { Question } from './mapping.js';

/** A response to land. `key` is unique within its source. The unit must stand in an area on the London day of `answeredAt`. */
export interface StagedResponse {
  key: string;
  unitId: number;
  answeredAt: Date;
  answers: Partial<Record<Question, number>>;
  comment: string | null;
  /** Whether the customer may be asked further; absent or null when nobody said. */
  mayContact?: boolean | null;
}

/** What a response says, in the columns of `survey_response`. */
export const SAID = ['unit_id', 'answered_at', ...ANSWER_COLUMNS, 'may_contact', 'comment'];

/** `n` is its place among what is staged, from 0. */
const STAGED = ['n', 'response_key', ...SAID];

/** Opens the staging table `staged_response`, empty; it ends with the transaction. */
export async function openStaging(tx: Tx): Promise<void> {
  await tx.query(
    `create temp table staged_response (n int not null, response_key text not null, unit_id int not null,
       answered_at timestamptz not null, ${ANSWER_COLUMNS.map((column) => `${column} smallint`).join(', ')},
       may_contact boolean, comment text) on commit drop`,
  );
}

/** Copies lines of `stagedLine` into the staging table; takes any iterable, so that they are never all in memory. */
export async function stage(tx: Tx, lines: Iterable<string | Uint8Array>): Promise<void> {
  await copyInto(tx, `staged_response (${STAGED.join(', ')})`, lines);
}

/** @param n its place among what is staged */
export function stagedLine(n: number, response: StagedResponse): string {
  const { key, unitId, answeredAt, answers, comment, mayContact = null } = response;
  const marks = ANSWER_COLUMNS.map((column) => answers[column as Question] ?? null);
  const contact = mayContact === null ? null : String(mayContact);
  return copyLine([n, key, unitId, answeredAt.toISOString(), ...marks, contact, comment]);
}
