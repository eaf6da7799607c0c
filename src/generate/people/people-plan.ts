import type { Role } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { Chance } from '../chance.js';
import type { Span } from '../days.js';
import type { NetworkPlan } from '../network/network-plan.js';
import { colleaguesOf } from './colleagues.js';
import { coversOf, type PlannedCover } from './covers.js';
import { Hiring } from './hiring.js';
import { leadersOf } from './leaders.js';
import { shareOfUnits } from './staffing.js';

export interface PlannedPlace {
  kind: 'unit' | 'area' | 'region';
  code: string;
}

export interface PlannedPosting extends Span {
  place: PlannedPlace;
  role: Role;
  /** Where the person counts; at most one at a time. */
  main: boolean;
}

export interface PlannedPerson {
  reference: string;
  name: string;
  email: string | null;
  language: 'en' | 'cy';
  extraTimePercent: number;
  /** In the order in which they began. */
  postings: PlannedPosting[];
  leave: { from: IsoDate; to: IsoDate } | null;
}

export interface PeoplePlan {
  people: PlannedPerson[];
  covers: PlannedCover[];
}

export interface PeopleOrder {
  people: number;
  seed: number;
  founded: IsoDate;
  until: IsoDate;
  /** Whether some of them have e-mail addresses. */
  withEmail: boolean;
  /** Whether managers have deputies and stand in for each other. */
  withCover: boolean;
  /** Codes of places that one person has led all along. */
  unchanged?: readonly string[];
}

/**
 * Everybody who works or has worked in a planned network: exactly as many as asked for, the same for the same seed.
 *
 * @throws RuleBroken when there are too few to lead every place and to keep every counter.
 */
export function planPeople(network: NetworkPlan, order: PeopleOrder): PeoplePlan {
  const chance = Chance.of(order.seed, 'people');
  const hiring = new Hiring(chance, network, order);
  const leaders = leadersOf(chance, network, hiring);
  const shares = shareOfUnits(network.units, order.people - leaders.length);
  if (shares === null) throw new RuleBroken(tooFew(order.people, leaders.length, network));
  const colleagues = network.units.flatMap((unit, index) => colleaguesOf(chance, unit, shares[index]!, hiring));
  const people = [...leaders, ...colleagues];
  const covers = order.withCover ? coversOf(Chance.of(order.seed, 'covers'), network, people, order.until) : [];
  return { people, covers };
}

function tooFew(people: number, leaders: number, network: NetworkPlan): string {
  const alone = network.units.filter(({ kind }) => kind !== 'branch').length;
  return `--people ${people} are too few for ${network.units.length} units: give at least ${leaders + alone}.`;
}
