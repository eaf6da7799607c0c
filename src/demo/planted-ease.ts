/** What something planted does to the easy visits of a week, answer by answer. */
import type { Chance } from '../generate/chance.js';

/** Answers of each unit in one week, and how many of them rate ease 4 or 5. */
interface Answers {
  responses: readonly number[];
  easeTop: readonly number[];
}

/**
 * Easy visits once each unit's chance of one has moved by some points. An answer that was not easy becomes so with probability
 * d / (1 - p), where p is what the unit's chance was and d how much is added: it then is p + d, exactly, and whatever was drawn
 * before stays as it was. Less by the same rule with d / p.
 */
export function moved(
  chance: Chance,
  { responses, easeTop }: Answers,
  usual: readonly number[],
  points: (unit: number) => number,
): number[] {
  return easeTop.map((top, unit) => {
    const more = points(unit) / 100;
    if (more === 0) return top;
    if (more < 0) return top - chance.binomial(top, -more / usual[unit]!);
    return top + chance.binomial(responses[unit]! - top, more / (1 - usual[unit]!));
  });
}

/**
 * Takes so many easy visits away, one at a time from a unit drawn in proportion to its answers: so everybody among them scores
 * less by the same points, and what sets one group apart from another stays.
 */
export function lowered(chance: Chance, { responses, easeTop }: Answers, by: number, among: boolean[]): number[] {
  const tops = [...easeTop];
  const weights = responses.map((n, unit) => (among[unit] ? n : 0));
  for (let left = by; left > 0;) {
    const unit = chance.weighted(weights);
    if (tops[unit] === 0) continue;
    tops[unit]! -= 1;
    left -= 1;
  }
  return tops;
}
