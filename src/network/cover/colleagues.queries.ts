import { Injectable } from '@nestjs/common';
import type { Reach } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { holding } from '../../platform/database/like.js';
import type { IsoDate } from '../../platform/dates.js';
import { folded, wordsOf } from '../people/folded.js';
import { COVERED_ROLES, type ManagedPost, type NamedPlace, type PostKey } from './managed-post.js';

/** Somebody who could cover, as the directory shows them: name, reference, job and place, nothing else. */
export interface ColleagueFound {
  personId: number;
  reference: string;
  name: string;
  role: string;
  placeName: string;
}

/** One more than a page shows, so that it can say there are others. */
export const MOST_FOUND = 20;

/** Managers' posts, and the directory in which a manager finds a colleague to cover. */
@Injectable()
export class ColleaguesQueries {
  constructor(private readonly db: Database) {}

  /** What a person manages on a day. */
  postsOf(personId: number, day: IsoDate): Promise<ManagedPost[]> {
    return this.db.query<ManagedPost>(`${MANAGED} and p.person_id = $3 order by p.main desc, p.id`, [
      day,
      COVERED_ROLES,
      personId,
    ]);
  }

  /** The post that a key names, whoever asks: `givesAs` says whether it is theirs to give. */
  post({ reference, kind, code }: PostKey, day: IsoDate): Promise<ManagedPost | null> {
    return this.db.one<ManagedPost>(
      `${MANAGED} and holder.reference = $3 and p.${kind}_id is not null and ${CODE} = $4 order by p.id limit 1`,
      [day, COVERED_ROLES, reference, code],
    );
  }

  /** Posts below those of a reach, by a part of the manager's or the place's name, or by a whole reference or code. */
  below(reach: Reach, words: string, day: IsoDate): Promise<ManagedPost[]> {
    return this.db.query<ManagedPost>(
      `${MANAGED}
          and ($3 or (p.unit_id is not null and (stands.region_id = any ($4) or stands.area_id = any ($5)))
                  or (p.area_id is not null and up.region_id = any ($4)))
          and (holder.reference = $6 or ${CODE} = $6 or holder.search_name like $7 or folded(${NAME}) like $7)
        order by ${CODE} = $6 desc, ${NAME}, holder.name limit ${MOST_FOUND + 1}`,
      [day, COVERED_ROLES, reach.network, reach.regionIds, reach.areaIds, words, holding(folded(words))],
    );
  }

  /**
   * Colleagues in post on a day: anybody by the whole reference, and by a part of the name those of the region in which
   * the place lies, or of the whole network for a region's own manager. Guests are not among them. Who covers may work
   * anywhere, so this is the one way to find somebody beyond one's reach (test/matrix/beyond-reach.ts).
   */
  search(words: string, place: NamedPlace, day: IsoDate): Promise<ColleagueFound[]> {
    const region = place.kind === 'region' ? null : place.regionId;
    return this.db.query<ColleagueFound>(
      `select * from (
         ${COLLEAGUES} and person.reference = $2
         union all
         (${COLLEAGUES} and person.reference <> $2 and ${spelt(wordsOf(words).length)}
             and ($3::int is null or $3 in (p.region_id, stands.region_id, up.region_id))
           order by person.search_name, person.reference limit ${MOST_FOUND + 1})) found
        order by reference = $2 desc, name, reference`,
      [day, words, region, ...wordsOf(words).map(holding)],
    );
  }

  /** Null for somebody who has no job with us on the day, as for a reference that nobody has. */
  colleague(
    reference: string,
    post: ManagedPost,
    day: IsoDate,
  ): Promise<(ColleagueFound & { holdsIt: boolean }) | null> {
    return this.db.one(
      `select found.*, exists (
                select from posting o where o.person_id = found."personId" and o.valid @> $1::date and o.role = $3
                   and o.${post.kind}_id = $4) as "holdsIt"
         from (${COLLEAGUES} and person.reference = $2) found`,
      [day, reference, post.role, { unit: post.unitId, area: post.areaId, region: post.regionId }[post.kind]],
    );
  }

  /** How many units lie in a place on a day, and the names of the first few. */
  async unitsOf(place: NamedPlace, day: IsoDate): Promise<{ n: number; names: string[] }> {
    const row = await this.db.one<{ n: number; names: string[] | null }>(
      `select count(*) as n, (array_agg(u.name order by u.name, u.code))[1:5] as names
         from unit_place p join unit u on u.id = p.unit_id
        where p.valid @> $1::date and case $2 when 'unit' then p.unit_id = $3 when 'area' then p.area_id = $4
                                              else p.region_id = $5 end`,
      [day, place.kind, place.unitId, place.areaId, place.regionId],
    );
    return { n: row?.n ?? 0, names: row?.names ?? [] };
  }
}

const CODE = 'coalesce(u.code, a.code, r.code)';
const NAME = 'coalesce(u.name, a.name, r.name)';

const MANAGED = `
  select p.person_id as "personId", holder.reference, holder.name as "personName", p.role,
         case when p.unit_id is not null then 'unit' when p.area_id is not null then 'area' else 'region' end as kind,
         ${CODE} as code, ${NAME} as name, p.unit_id as "unitId", coalesce(p.area_id, stands.area_id) as "areaId",
         coalesce(p.region_id, up.region_id, stands.region_id) as "regionId", (upper(p.valid) - 1)::text as until
    from posting p
    join person holder on holder.id = p.person_id
    left join unit u on u.id = p.unit_id
    left join area a on a.id = p.area_id
    left join region r on r.id = p.region_id
    left join unit_place stands on stands.unit_id = p.unit_id and stands.valid @> $1::date
    left join area_region up on up.area_id = p.area_id and up.valid @> $1::date
   where p.valid @> $1::date and p.role = any ($2)`;

/** Everybody in post with their main job. */
const COLLEAGUES = `
  select person.id as "personId", person.reference, person.name, p.role, coalesce(u.name, a.name, r.name) as "placeName"
    from person
    join posting p on p.person_id = person.id and p.main and p.valid @> $1::date and p.role <> 'guest'
    left join unit u on u.id = p.unit_id
    left join area a on a.id = p.area_id
    left join region r on r.id = p.region_id
    left join unit_place stands on stands.unit_id = p.unit_id and stands.valid @> $1::date
    left join area_region up on up.area_id = p.area_id and up.valid @> $1::date
   where true`;

const spelt = (n: number) =>
  n === 0 ? 'false' : Array.from({ length: n }, (_, at) => `person.search_name like $${at + 4}`).join(' and ');
