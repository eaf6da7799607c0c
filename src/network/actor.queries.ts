import { Injectable } from '@nestjs/common';
import type { Actor, Post, Role } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import type { IsoDate } from '../platform/dates.js';
import { reachOf } from './reach.js';

type ActorRow = Omit<Actor, 'roles' | 'reach'>;

@Injectable()
export class ActorQueries {
  constructor(private readonly db: Database) {}

  /** The person as an actor on a day, in one statement; null for somebody unknown or without a posting that day. */
  async actor(personId: number, today: IsoDate): Promise<Actor | null> {
    const row = await this.db.one<ActorRow>(
      `select person_id as "personId", reference, name, language, unit_id as "unitId", area_id as "areaId", posts
         from actor_on($1, $2)`,
      [personId, today],
    );
    return row === null ? null : { ...row, roles: distinctRoles(row.posts), reach: reachOf(row.posts) };
  }
}

function distinctRoles(posts: readonly Post[]): Role[] {
  return [...new Set(posts.map((post) => post.role))];
}
