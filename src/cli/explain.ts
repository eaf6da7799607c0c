import { ConfigError } from '../platform/config.js';
import { DatabaseTrouble } from '../platform/database/trouble.js';
import { BadRequest, Forbidden, NotFound, RuleBroken } from '../platform/errors.js';

const FOR_PEOPLE = [ConfigError, DatabaseTrouble, BadRequest, Forbidden, NotFound, RuleBroken];

/** What to print about an error: its sentence when it was written for people, and the stack when it is a bug of ours. */
export function explain(error: unknown): { sentence: string; stack: string | null } {
  if (!(error instanceof Error)) return { sentence: String(error), stack: null };
  const forPeople = FOR_PEOPLE.some((kind) => error instanceof kind);
  return { sentence: error.message, stack: forPeople ? null : (error.stack ?? null) };
}
