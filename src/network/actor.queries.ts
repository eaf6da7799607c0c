import { Injectable } from '@nestjs/common';
import type { SessionData } from 'express-session';
import type { Actor, Post, Role } from '../platform/actor.js';
import type { OpenSession } from '../platform/actor-source.js';
import { Database } from '../platform/database/database.js';
import type { IsoDate } from '../platform/dates.js';
import { reachOf } from './reach.js';

type ActorRow = Omit<Actor, 'roles' | 'reach'>;
type SessionRow = { kept: SessionData } & (ActorRow | { personId: null });

const ACTOR = `who.person_id as "personId", who.reference, who.name, who.language, who.unit_id as "unitId",
              who.area_id as "areaId", who.posts`;

@Injectable()
export class ActorQueries {
  constructor(private readonly db: Database) {}

  /** The person as an actor on a day, in one statement; null for somebody unknown or without a posting that day. */
  async actor(personId: number, today: IsoDate): Promise<Actor | null> {
    const row = await this.db.one<ActorRow>(`select ${ACTOR} from actor_on($1, $2) who`, [personId, today]);
    return row === null ? null : actorOf(row);
  }

  /** A session by what its cookie holds, with its person as an actor on a day. */
  async bySession(sid: string, today: IsoDate): Promise<OpenSession | null> {
    const row = await this.db.one<SessionRow>(
      `select s.sess as kept, ${ACTOR}
         from session s left join lateral actor_on(s.person_id, $2) who on true
        where s.sid = $1 and s.expire > now()`,
      [sid, today],
    );
    if (row === null) return null;
    const { kept, ...who } = row;
    return { kept, actor: who.personId === null ? null : actorOf(who) };
  }
}

function actorOf(row: ActorRow): Actor {
  return { ...row, roles: distinctRoles(row.posts), reach: reachOf(row.posts) };
}

function distinctRoles(posts: readonly Post[]): Role[] {
  return [...new Set(posts.map((post) => post.role))];
}
