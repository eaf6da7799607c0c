import { Injectable } from '@nestjs/common';
import type { Role } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';

export interface Leader {
  id: number;
  name: string;
}

/** Who leads a place today. */
@Injectable()
export class LeadersQueries {
  constructor(private readonly db: Database) {}

  of(level: 'unit' | 'area' | 'region', id: number, roles: readonly Role[], today: IsoDate): Promise<Leader[]> {
    return this.db.query<Leader>(
      `select distinct p.id, p.name from posting post join person p on p.id = post.person_id
        where post.${level}_id = $1 and post.role = any ($2) and post.valid @> $3::date order by p.name, p.id`,
      [id, roles, today],
    );
  }
}
