import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';
import type { IsoDate } from '../platform/dates.js';
import type { GrantedRole } from './role-grants.js';

@Injectable()
export class RoleGrantQueries {
  /** Held until somebody else has written this person's grants, so that two sign-ins at once write one set of rows. */
  async claim(tx: Tx, personId: number): Promise<void> {
    await tx.query('select from person where id = $1 for no key update', [personId]);
  }

  /** Ends what this source granted and does not any more. A grant of days to come, or of today and gone again, never was. */
  async end(tx: Tx, personId: number, source: string, kept: readonly GrantedRole[], day: IsoDate) {
    const gone = await tx.query<{ role: GrantedRole }>(
      `delete from role_grant where person_id = $1 and source = $2
          and (lower(valid) > $4::date or (lower(valid) = $4::date and role <> all ($3))) returning role`,
      [personId, source, kept, day],
    );
    const ended = await tx.query<{ role: GrantedRole }>(
      `update role_grant set valid = daterange(lower(valid), $4::date)
        where person_id = $1 and source = $2 and role <> all ($3) and valid @> $4::date returning role`,
      [personId, source, kept, day],
    );
    return [...gone, ...ended].map((row) => row.role).filter((role) => !kept.includes(role));
  }

  /** Begins what is new, without an end. */
  async begin(tx: Tx, personId: number, source: string, roles: readonly GrantedRole[], day: IsoDate) {
    const begun = await tx.query<{ role: GrantedRole }>(
      `insert into role_grant (person_id, role, source, valid)
       select $1, role, $2, daterange($4::date, null) from unnest($3::text[]) role
        where not exists (select from role_grant g where g.person_id = $1 and g.source = $2 and g.role = role.role
                             and g.valid && daterange($4::date, null))
       returning role`,
      [personId, source, roles, day],
    );
    return begun.map((row) => row.role);
  }
}
