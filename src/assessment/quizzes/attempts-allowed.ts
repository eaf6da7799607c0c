import { RuleBroken } from '../../platform/errors.js';

/** How many more attempts may be started; null, as in `allowed`, means as many as they like. */
export function attemptsLeft(allowed: number | null, used: number): number | null {
  return allowed === null ? null : Math.max(0, allowed - used);
}

/** @throws RuleBroken when none is left */
export function refuseOneTooMany(allowed: number | null, used: number): void {
  if (allowed === null || used < allowed) return;
  const all = allowed === 1 ? 'the one attempt' : `all ${allowed} attempts`;
  throw new RuleBroken(`You’ve used ${all} at this quiz. Your result stands.`);
}
