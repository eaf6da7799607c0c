import type { Actor } from './actor.js';

/** Turns a person's id into an actor, or null once no posting is valid today. Implemented by the network module. */
export interface ActorSource {
  load(personId: number): Promise<Actor | null>;
}

export const ACTOR_SOURCE = Symbol('ActorSource');
