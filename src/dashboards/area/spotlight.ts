/** The branches that the first and the last card of an area's page are about. */
import { driverToWorkOn, isSlipping } from '../../feedback/metrics/standing.js';
import type { Branch } from '../table/rows.js';

/** The branch that needs its manager most, and the one to thank; null when nothing is clear enough to say. */
export function spotlight(branches: readonly Branch[]): { troubled: Branch | null; praised: Branch | null } {
  const change = ({ standing }: Branch) => standing.change?.value ?? 0;
  const slipping = branches.filter(({ standing }) => isSlipping(standing)).sort((a, b) => change(a) - change(b));
  const weak = branches
    .filter(({ standing }) => driverToWorkOn(standing) && standing.ease?.standing === 'firm')
    .sort((a, b) => (a.standing.ease?.value ?? 0) - (b.standing.ease?.value ?? 0));
  const troubled = slipping[0] ?? weak[0] ?? null;
  return { troubled, praised: toPraise(branches.filter((branch) => branch !== troubled)) };
}

/** The one that clearly rose most, else the one whose score is surely highest (by the low end of its interval). */
function toPraise(branches: readonly Branch[]): Branch | null {
  const firm = branches.filter(({ standing }) => standing.ease?.standing === 'firm');
  const rose = firm
    .filter(({ standing }) => standing.change?.mark === 'up')
    .sort((a, b) => (b.standing.change?.value ?? 0) - (a.standing.change?.value ?? 0));
  const surest = [...firm].sort((a, b) => (b.standing.ease?.low ?? 0) - (a.standing.ease?.low ?? 0));
  return rose[0] ?? surest[0] ?? null;
}
