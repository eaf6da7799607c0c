import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import type { IsoDate } from '../platform/dates.js';
import { type PostingToday, reachOf } from './reach.js';

interface ActorRow {
  personId: number;
  reference: string;
  name: string;
  language: 'en' | 'cy';
  unitId: number | null;
  areaId: number | null;
  postings: PostingToday[];
}

@Injectable()
export class ActorQueries {
  constructor(private readonly db: Database) {}

  /** The person as an actor on a day, in one statement; null for somebody unknown or without a posting that day. */
  async actor(personId: number, today: IsoDate): Promise<Actor | null> {
    const row = await this.db.one<ActorRow>(
      `select person.id as "personId", person.reference, person.name, person.language,
              max(p.unit_id) filter (where p.main) as "unitId",
              max(coalesce(p.area_id, place.area_id)) filter (where p.main) as "areaId",
              jsonb_agg(jsonb_build_object('role', p.role, 'unitId', p.unit_id, 'areaId', p.area_id,
                'regionId', p.region_id) order by p.main desc, p.id) as postings
         from person
         join posting p on p.person_id = person.id and p.valid @> $2::date
         left join unit_place place on place.unit_id = p.unit_id and place.valid @> $2::date
        where person.id = $1
        group by person.id`,
      [personId, today],
    );
    if (row === null) return null;
    const { postings, ...person } = row;
    return { ...person, roles: distinctRoles(postings), reach: reachOf(postings) };
  }
}

function distinctRoles(postings: readonly PostingToday[]): Role[] {
  return [...new Set(postings.map((posting) => posting.role))];
}
