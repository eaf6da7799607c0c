import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { KnownPlace } from './written-places.js';

/** The regions, areas and units to which an account may be limited. */
@Injectable()
export class ServiceAccountPlacesQueries {
  constructor(private readonly db: Database) {}

  /** Every place that has one of these codes. */
  withCodes(codes: readonly string[]): Promise<KnownPlace[]> {
    return this.db.query<KnownPlace>(
      `select 'region' as kind, id, code, name from region where code = any ($1)
       union all select 'area', id, code, name from area where code = any ($1)
       union all select 'unit', id, code, name from unit where code = any ($1)`,
      [codes],
    );
  }

  async add(tx: Tx, accountId: number, places: readonly KnownPlace[]): Promise<void> {
    await tx.query(
      `insert into service_account_place (account_id, region_id, area_id, unit_id)
       select $1, case kind when 'region' then id end, case kind when 'area' then id end, case kind when 'unit' then id end
         from unnest($2::text[], $3::int[]) as place (kind, id)`,
      [accountId, places.map(({ kind }) => kind), places.map(({ id }) => id)],
    );
  }
}
