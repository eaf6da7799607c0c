import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import type { ActorSource, OpenSession } from '../platform/actor-source.js';
import { Clock } from '../platform/clock.js';
import { ActorQueries } from './actor.queries.js';

/** Answers the platform's question "who is this, today?" at every request, so that a closed posting ends access at once. */
@Injectable()
export class ActorLoader implements ActorSource {
  constructor(
    private readonly actors: ActorQueries,
    private readonly clock: Clock,
  ) {}

  load(personId: number): Promise<Actor | null> {
    return this.actors.actor(personId, this.clock.today());
  }

  bySession(sid: string): Promise<OpenSession | null> {
    return this.actors.bySession(sid, this.clock.today());
  }
}
