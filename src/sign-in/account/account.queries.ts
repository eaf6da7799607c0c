import { Injectable } from '@nestjs/common';
import type { Post, Role } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';

export interface PlaceOfPost {
  kind: 'unit' | 'area' | 'region';
  id: number;
  code: string;
  name: string;
  /** Of a posting of one's own there; null where a cover gives it. */
  role: Role | null;
  /** The last day of that posting, null when it has no end. */
  lastOn: IsoDate | null;
}

const KINDS = ['unit', 'area', 'region'] as const;

@Injectable()
export class AccountQueries {
  constructor(private readonly db: Database) {}

  /** The places of somebody's posts by name, and until when their own postings there last. */
  placesOf(personId: number, posts: readonly Post[], today: IsoDate): Promise<PlaceOfPost[]> {
    const ids = (kind: string) =>
      posts.flatMap(({ place }) => (place.kind === kind && 'id' in place ? [place.id] : []));
    return this.db.query<PlaceOfPost>(PLACES, [personId, today, ...KINDS.map(ids)]);
  }
}

const PLACES = KINDS.map(
  (kind, i) => `
  select '${kind}' as kind, place.id, place.code, place.name, own.role, upper(own.valid) - 1 as "lastOn"
    from ${kind} place
    left join posting own on own.${kind}_id = place.id and own.person_id = $1 and own.valid @> $2::date
   where place.id = any ($${i + 3}::int[])`,
).join(' union all ');
