import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** One version of a source's mapping; answers keep it through their import. */
export interface MappingVersion {
  number: number;
  mapping: Record<string, unknown>;
  createdAt: Date;
  /** How many imports were read by it. */
  imports: number;
}

/** A survey programme with the mapping in force. */
export interface SourceRow {
  id: number;
  name: string;
  mappingId: number | null;
  /** Version of the mapping. */
  number: number | null;
  mapping: Record<string, unknown> | null;
  changedAt: Date | null;
  versions: number;
  imports: number;
  lastImportAt: Date | null;
}

const SOURCE = `
  select s.id, s.name, m.id as "mappingId", m.number, m.mapping, m.created_at as "changedAt",
         coalesce(m.number, 0) as versions, i.n as imports, i.last as "lastImportAt"
    from survey_source s
    left join lateral (select id, number, mapping, created_at from survey_mapping
                        where source_id = s.id order by number desc limit 1) m on true
   cross join lateral (select count(*)::int as n, max(started_at) as last from survey_import
                        where source_id = s.id and started_at <= $1) i`;

@Injectable()
export class SourcesQueries {
  constructor(private readonly db: Database) {}

  list(now: Date): Promise<SourceRow[]> {
    return this.db.query<SourceRow>(`${SOURCE} order by s.name`, [now]);
  }

  one(id: number, now: Date): Promise<SourceRow | null> {
    return this.db.one<SourceRow>(`${SOURCE} where s.id = $2`, [now, id]);
  }

  /** Newest first. */
  versions(sourceId: number, now: Date): Promise<MappingVersion[]> {
    return this.db.query<MappingVersion>(
      `select m.number, m.mapping, m.created_at as "createdAt",
              (select count(*)::int from survey_import i where i.mapping_id = m.id and i.started_at <= $2) as imports
         from survey_mapping m where m.source_id = $1 order by m.number desc`,
      [sourceId, now],
    );
  }

  named(name: string, now: Date): Promise<SourceRow | null> {
    return this.db.one<SourceRow>(`${SOURCE} where lower(s.name) = lower($2)`, [now, name]);
  }
}
