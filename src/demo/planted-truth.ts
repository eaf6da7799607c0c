import type { IsoDate } from '../platform/dates.js';
import { areaOn, type NetworkPlan } from '../generate/network/network-plan.js';
import { COMPARISON } from '../statistics/random-waves.js';
import type { AskedBranches, ImpactPlan } from './impact-plan.js';
import { BY_LOT, LOWEST, RECENT, type Request } from './impact-stories.js';

/** Branches that were asked together, or never; areas by name, those in which the branches then stood. */
export interface TrueGroup {
  /** The Monday from which on the effect is there; null for a comparison. */
  since: IsoDate | null;
  areas: string[];
  branches: number;
}

/** What is true of one story: kept as it was planted, so that it is told as long as its answers are there. */
export interface TrueStory {
  key: 'waves' | 'lowest' | 'recent';
  slug: string;
  points: number;
  groups: TrueGroup[];
}

/** The setting that holds it. */
export const TRUTH = 'demo.truth';

export function plantedTruth(network: NetworkPlan, plan: ImpactPlan): TrueStory[] {
  const group = groupsOf(network);
  const never = plan.dealt.filter(({ wave }) => wave === COMPARISON).flatMap(({ unitCodes }) => unitCodes);
  return [
    { key: 'waves', ...told(BY_LOT), groups: [...plan.waves.map(group), group({ askedOn: null, unitCodes: never })] },
    { key: 'lowest', ...told(LOWEST), groups: [group(plan.lowest)] },
    { key: 'recent', ...told(RECENT), groups: [group(plan.recent)] },
  ];
}

const told = ({ slug, points }: Request) => ({ slug, points });

function groupsOf({ areas, units }: NetworkPlan) {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return ({ askedOn, unitCodes }: Omit<AskedBranches, 'askedOn'> & { askedOn: IsoDate | null }): TrueGroup => {
    const codes = new Set(unitCodes.map((code) => areaOn(byCode.get(code)!, askedOn ?? BY_LOT.drawnOn)));
    const names = areas.filter(({ code }) => codes.has(code)).map(({ name }) => name);
    return { since: askedOn, areas: names, branches: unitCodes.length };
  };
}
