/** Something that happened. The body holds ids, never names or text, so history can outlive a person's data. */
export interface EventToRecord<B extends object> {
  kind: string;
  body: B;
  actorId: number | null;
}

/** Calling it makes the event: `tx.record(courseCompleted({ completionId }, actor.personId))`. */
export interface EventKind<B extends object> {
  (body: B, actorId: number | null): EventToRecord<B>;
  readonly kind: string;
}

/** @param kind `module.whatHappened`, unique in the product and kept for good. */
export function eventKind<B extends object>(kind: string): EventKind<B> {
  return Object.assign((body: B, actorId: number | null) => ({ kind, body, actorId }), { kind });
}
