import type { SessionData } from 'express-session';
import type { Actor } from './actor.js';

/** A session that has not run out. */
export interface OpenSession {
  kept: SessionData;
  /** Who is signed in by it; null for nobody, and for somebody without a posting today. */
  actor: Actor | null;
}

/** Turns a person's id into an actor, or null once no posting is valid today. Implemented by the network module. */
export interface ActorSource {
  load(personId: number): Promise<Actor | null>;
  /** What every page asks first, in one round trip to the database. */
  bySession(sid: string): Promise<OpenSession | null>;
}

export const ACTOR_SOURCE = Symbol('ActorSource');
