/**
 * Lines of a file that say again what an earlier line of it said. With response ids the first counts and the others are
 * rejected; without, equal lines are different customers and are told apart by their number. What came in earlier chunks is
 * in the database, so that an import that was killed goes on as if it had not been.
 */
import type { Tx } from '../../platform/database/tx.js';

/** An import of a file; `resumed` when an earlier process began it. */
export interface FileImport {
  importId: number;
  hasIds: boolean;
  resumed: boolean;
}

export interface Repeated {
  n: number;
  key: string;
}

/** Before staged lines without ids are compared: the second with the name `x` becomes `x#2`. */
export async function numberEqualLines(tx: Tx, importId: number): Promise<void> {
  await tx.query(NUMBER, [importId]);
}

/** After they were compared: takes the lines whose id came earlier in the file out of what lands. */
export async function takeRepeated(tx: Tx, { importId, resumed }: FileImport): Promise<Repeated[]> {
  const repeated = await tx.query<Repeated>(
    `delete from landing l
      where l.old_id is not null
        and (l.old_import_id = $1
             or exists (select from survey_import_seen s where s.import_id = $1 and s.key = l.response_key)
             or $2::boolean and exists (select from survey_response_history h
                                         where h.response_id = l.old_id and h.was_import_id = $1))
     returning n, response_key as key`,
    [importId, resumed],
  );
  await tx.query(REMEMBER_UNCHANGED, [importId]);
  return repeated;
}

/** Those that are new or changed carry the number of their import. */
const REMEMBER_UNCHANGED = `
  insert into survey_import_seen (import_id, key, times)
  select $1, response_key, 1 from landing where old_id is not null and not changed order by response_key`;

const NUMBER = `
  with came as (select response_key as key, count(*)::int as times from staged_response group by 1),
       seen as (insert into survey_import_seen (import_id, key, times) select $1, key, times from came order by key
                on conflict (import_id, key) do update set times = survey_import_seen.times + excluded.times
                returning key, times),
       numbered as (select s.n, seen.times - came.times + row_number() over (partition by came.key order by s.n) as number
                      from came join seen using (key) join staged_response s on s.response_key = came.key
                     where seen.times > 1)
  update staged_response s set response_key = s.response_key || '#' || numbered.number
    from numbered where numbered.n = s.n and numbered.number > 1`;
