import { ConfigError } from '../platform/config.js';
import { failureOf } from '../platform/database/failure.js';
import { DatabaseTrouble } from '../platform/database/trouble.js';
import { BadRequest, Forbidden, NotFound, RuleBroken } from '../platform/errors.js';
import { isNoRoom } from '../platform/files/no-room.js';

const NO_ROOM = 'There is no room left on the disk. What had landed stays. Make room, then run the same command again.';
const GONE = 'The database went away. What had landed stays. Run the same command again when it is back.';
const FOR_PEOPLE = [ConfigError, DatabaseTrouble, BadRequest, Forbidden, NotFound, RuleBroken];

/** What to print about an error: its sentence when it was written for people, and the stack when it is a bug of ours. */
export function explain(error: unknown): { sentence: string; stack: string | null } {
  if (!(error instanceof Error)) return { sentence: String(error), stack: null };
  const known = isNoRoom(error) ? NO_ROOM : failureOf(error) === 'gone' ? GONE : null;
  if (known !== null) return { sentence: `${known} (${error.message})`, stack: null };
  const forPeople = FOR_PEOPLE.some((kind) => error instanceof kind);
  return { sentence: error.message, stack: forPeople ? null : (error.stack ?? null) };
}
