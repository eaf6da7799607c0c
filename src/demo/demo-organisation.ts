import { type NetworkPlan, homeAreaOf, type PlannedUnit, planNetwork } from '../generate/network/network-plan.js';
import { type PeoplePlan, planPeople } from '../generate/people/people-plan.js';
import { foundedOn } from '../generate/size.js';
import { withCast } from './cast.js';
import { CENTRAL, demoLayout, WELSH_AREAS } from './demo-layout.js';
import { ASHBRIDGE, LLANFELYN, NORTHMERE, PEOPLE, SEED, UNTIL } from './stories.js';

const FOUNDED = foundedOn(UNTIL);

/** Nothing happened to the demo's units before customers were asked. */
const CHANGES_SINCE = '2025-09-01';

/** The network of the demo: one of its size from its seed, with the places that its stories are about. */
export function planDemoNetwork(): NetworkPlan {
  const kept = [ASHBRIDGE.name, LLANFELYN.name];
  const order = { layout: demoLayout(), seed: SEED, founded: FOUNDED, until: UNTIL, changesSince: CHANGES_SINCE, kept };
  const network = planNetwork(order);
  return { ...network, units: network.units.map((unit, index) => planted(unit, network.units[index - 1])) };
}

/** The first branch of Northmere is Ashbridge, and the first of Wales Llanfelyn. */
function planted(unit: PlannedUnit, before: PlannedUnit | undefined): PlannedUnit {
  const area = homeAreaOf(unit);
  const first = before === undefined || homeAreaOf(before) !== area;
  if (area === NORTHMERE.code) {
    const well = { ...unit, quality: 0.25 + 0.7 * unit.quality };
    return first ? { ...well, code: ASHBRIDGE.code, name: ASHBRIDGE.name, team: 9, quality: 0.4, keenness: 0.7 } : well;
  }
  if (area === WELSH_AREAS[0] && first) {
    return { ...unit, code: LLANFELYN.code, name: LLANFELYN.name, team: 2, traffic: 0.1, quality: 0.9, keenness: 0.85 };
  }
  return area === CENTRAL && unit.kind === 'contactCentre' ? { ...unit, traffic: 4.5, quality: -0.6 } : unit;
}

/** Its people, among them those that a visitor can be. Nobody has an address, so that a demo never writes to anybody. */
export function planDemoPeople(network: NetworkPlan): PeoplePlan {
  const unchanged = [NORTHMERE.code, 'R1'];
  const order = {
    people: PEOPLE,
    seed: SEED,
    founded: FOUNDED,
    until: UNTIL,
    withEmail: false,
    withCover: false,
    unchanged,
  };
  return withCast(network, planPeople(network, order));
}
