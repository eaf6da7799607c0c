import type { Tx } from '../platform/database/tx.js';
import { layoutOf } from './network/layout.js';
import { loadNetwork } from './network/network-load.queries.js';
import { type NetworkPlan, planNetwork, type PlannedUnit } from './network/network-plan.js';
import { loadPeople } from './people/people-load.queries.js';
import { type PeoplePlan, planPeople } from './people/people-plan.js';
import { foundedOn, type Size } from './size.js';

/** Where things stand: the size without what only customers' answers need. */
export type NetworkSize = Pick<Size, 'units' | 'seed' | 'until'>;

export function networkOf({
  units,
  seed,
  until,
  surveyed,
}: NetworkSize & Partial<Pick<Size, 'surveyed'>>): NetworkPlan {
  const plan = planNetwork({ layout: layoutOf(units), seed, until, founded: foundedOn(until) });
  return surveyed === 'branches' ? { ...plan, units: plan.units.map(askedAtBranches) } : plan;
}

/** A unit whose customers nobody asks has none as far as answers go. */
function askedAtBranches(unit: PlannedUnit): PlannedUnit {
  return unit.kind === 'branch' ? unit : { ...unit, traffic: 0 };
}

export function peopleOf(
  network: NetworkPlan,
  { people, seed, until }: NetworkSize & Pick<Size, 'people'>,
): PeoplePlan {
  return planPeople(network, { people, seed, until, founded: foundedOn(until), withEmail: true, withCover: true });
}

/**
 * Writes a network of this size into a database that holds none, for specs and benches as for the command.
 *
 * @example await db.write((tx) => generateNetwork(tx, { units: 24_900, seed: 1, until: '2027-02-28' }))
 */
export async function generateNetwork(tx: Tx, size: NetworkSize): Promise<NetworkPlan> {
  const plan = networkOf(size);
  await loadNetwork(tx, plan);
  return plan;
}

/** Writes the people of a network of this size into a database that holds it. */
export async function generatePeople(tx: Tx, size: NetworkSize & Pick<Size, 'people'>): Promise<PeoplePlan> {
  const plan = peopleOf(networkOf(size), size);
  await loadPeople(tx, plan);
  return plan;
}
