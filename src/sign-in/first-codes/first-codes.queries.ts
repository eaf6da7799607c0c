import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Language } from '../../platform/language/language.js';
import type { Candidate } from './who-may-have-one.js';

export interface PersonOfUnit extends Candidate {
  reference: string;
  name: string;
  language: Language;
  /** Until when a code that was made before works; null without one. */
  openUntil: Date | null;
}

export interface Sheet {
  id: number;
  madeBy: number;
  /** Whether it was made within the last ten minutes. */
  fresh: boolean;
  personIds: number[];
}

/** Real time, as for sessions. A new starter may begin after the weekend, or after a holiday. */
const LASTS = `interval '14 days'`;
const OPEN = 'used_at is null and ended_at is null and expires_at > now()';

@Injectable()
export class FirstCodesQueries {
  constructor(private readonly db: Database) {}

  /** Everybody with a posting in the unit on that day; those without a password first. */
  peopleOf(unitId: number, today: IsoDate): Promise<PersonOfUnit[]> {
    return this.db.query<PersonOfUnit>(
      `select p.id as "personId", p.reference, p.name, p.language, who.posts, c.person_id is not null as "hasPassword",
              usable_address(p.email) as "hasEmail", f.expires_at as "openUntil"
         from (select distinct person_id from posting where unit_id = $1 and valid @> $2::date) here
         join person p on p.id = here.person_id
         cross join lateral actor_on(p.id, $2::date) who
         left join credential c on c.person_id = p.id
         left join first_code f on f.person_id = p.id and f.used_at is null and f.ended_at is null and f.expires_at > now()
        order by c.person_id is not null, p.name, p.reference`,
      [unitId, today],
    );
  }

  /** A sheet for a form that is sent for the first time; null for one that was sent before. */
  async beginSheet(tx: Tx, formHash: string, madeBy: number): Promise<number | null> {
    const row = await tx.one<{ id: number }>(
      'insert into code_sheet (form_hash, made_by) values ($1, $2) on conflict (form_hash) do nothing returning id',
      [formHash, madeBy],
    );
    return row?.id ?? null;
  }

  /** What was made for a form before, as long as its codes may be seen again. */
  sheet(formHash: string): Promise<Sheet | null> {
    return this.db.one<Sheet>(
      `select s.id, s.made_by as "madeBy", s.made_at > now() - interval '10 minutes' as fresh,
              array(select person_id from first_code where sheet_id = s.id and ${OPEN} order by id) as "personIds"
         from code_sheet s where s.form_hash = $1`,
      [formHash],
    );
  }

  /** Ends the codes that these people had, and keeps the new ones. @returns until when they work */
  async keep(tx: Tx, sheetId: number, personIds: readonly number[], hashes: readonly string[]): Promise<Date> {
    await tx.query('select from person where id = any ($1) order by id for no key update', [personIds]);
    await tx.query(
      'update first_code set ended_at = now() where person_id = any ($1) and used_at is null and ended_at is null',
      [personIds],
    );
    const row = await tx.one<{ until: Date }>(
      `with made as (
         insert into first_code (sheet_id, person_id, code_hash, expires_at)
         select $1, person, hash, now() + ${LASTS} from unnest($2::int[], $3::text[]) as one (person, hash)
         returning expires_at)
       select min(expires_at) as until from made`,
      [sheetId, personIds, hashes],
    );
    return row!.until;
  }

  /** Uses up the open code of somebody in post. @returns whether it was theirs, and open */
  async use(tx: Tx, personId: number, codeHash: string, today: IsoDate): Promise<boolean> {
    const row = await tx.one(
      `update first_code set used_at = now() where person_id = $1 and code_hash = $2 and ${OPEN}
          and exists (select 1 from posting where posting.person_id = $1 and valid @> $3::date)
       returning 1 as used`,
      [personId, codeHash, today],
    );
    return row !== null;
  }

  /** Codes that can open nothing any more, and their sheets. */
  async dropOld(): Promise<void> {
    await this.db.query(`delete from first_code where expires_at < now() - interval '90 days'`);
    await this.db.query(
      `delete from code_sheet s where made_at < now() - interval '90 days'
          and not exists (select 1 from first_code where sheet_id = s.id)`,
    );
  }
}
