import type { Chance } from '../chance.js';
import type { UnitKind } from './network-plan.js';

/** What a unit is like, from which its people, its customers' answers and its learning follow. */
export interface Character {
  /** How many work there, in proportion to the others of the network. */
  staffing: number;
  /** Exactly how many are in post, when a story needs it; null when it is shared out by staffing. */
  team: number | null;
  /** Customers' answers in an ordinary week, in proportion to the others of the network; 0 for departments. */
  traffic: number;
  /** Standard normal: how far the unit is above the average of its kind in what customers say. */
  quality: number;
  /** From 0 to 1: the inclination to finish what was asked for. Goes along with quality, so well-run units do both. */
  keenness: number;
}

/** Staffing and traffic beside a branch, on average. */
const OF_KIND: Record<UnitKind, { staffing: number; traffic: number }> = {
  branch: { staffing: 1, traffic: 1 },
  paymentPoint: { staffing: 0.12, traffic: 0.4 },
  contactCentre: { staffing: 16, traffic: 5 },
  department: { staffing: 4, traffic: 0 },
};

export function characterOf(chance: Chance, kind: UnitKind): Character {
  const quality = chance.normal();
  const keenness = clamp(0.62 + 0.14 * quality + 0.12 * chance.normal(), 0.12, 0.97);
  const size = Math.min(5, Math.exp(0.55 * chance.normal() - 0.15));
  const { staffing, traffic } = OF_KIND[kind];
  return { staffing: staffing * (0.5 + 0.5 * size), team: null, traffic: traffic * size, quality, keenness };
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
