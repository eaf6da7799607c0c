import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';

/** How many more attempts may be started; null, as in `allowed`, means as many as they like. */
export function attemptsLeft(allowed: number | null, used: number): number | null {
  return allowed === null ? null : Math.max(0, allowed - used);
}

/** @throws RuleBroken when none is left */
export function refuseOneTooMany(allowed: number | null, used: number): void {
  if (allowed === null || used < allowed) return;
  throw new RuleBroken(
    t(
      '{allowed, plural, one {You’ve used the one attempt at this quiz. Your result stands.} other {You’ve used all # attempts at this quiz. Your result stands.}}',
      { allowed },
    ),
  );
}
