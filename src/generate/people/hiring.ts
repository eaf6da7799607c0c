import { addDays, type IsoDate } from '../../platform/dates.js';
import type { Chance } from '../chance.js';
import { type Span } from '../days.js';
import { grouped } from '../grouped.js';
import type { Nation } from '../network/layout.js';
import type { NetworkPlan, PlannedUnit } from '../network/network-plan.js';
import { Addresses } from './addresses.js';
import type { PlannedPerson, PlannedPosting } from './people-plan.js';
import { personName } from './person-names.js';
import { References } from './references.js';

/** How people of a walk of life are known to the network. */
export interface Terms {
  nation: Nation;
  /** Of those on the payroll, who has an address of the network. */
  payroll: number;
  email: number;
}

export const OFFICE: Terms = { nation: 'england', payroll: 1, email: 0.99 };

/** A share of 100 who speak Welsh at work in Wales, are given extra time in quizzes, are away for long. */
const WELSH_SPEAKERS = 0.35;
const EXTRA_TIME = 0.015;
const ON_LEAVE = 0.018;

/** Makes people out of their postings, with everything that a record needs, and knows where units stood. */
export class Hiring {
  private readonly references = new References();
  private readonly addresses = new Addresses();
  private readonly units: Map<string, PlannedUnit>;
  private readonly neighbours: Map<string, PlannedUnit[]>;

  constructor(
    private readonly chance: Chance,
    network: NetworkPlan,
    private readonly order: { until: IsoDate; withEmail: boolean; unchanged?: readonly string[] },
  ) {
    this.units = new Map(network.units.map((unit) => [unit.code, unit]));
    this.neighbours = grouped(network.units, nearby);
  }

  get until(): IsoDate {
    return this.order.until;
  }

  /** Whether a place may have passed from one person to another. */
  mayChange(code: string): boolean {
    return !(this.order.unchanged ?? []).includes(code);
  }

  person(terms: Terms, postings: PlannedPosting[], settled = false): PlannedPerson {
    const name = personName(this.chance, terms.nation);
    const payroll = this.chance.happens(terms.payroll);
    const written = this.chance.happens(terms.email) && this.order.withEmail;
    return {
      reference: this.references.next(payroll ? 'payroll' : 'branchUser'),
      name,
      email: written ? this.addresses.next(name) : null,
      language: terms.nation === 'wales' && this.chance.happens(WELSH_SPEAKERS) ? 'cy' : 'en',
      extraTimePercent: this.chance.happens(EXTRA_TIME) ? 25 : 0,
      postings,
      leave: settled ? null : this.leaveIn(postings),
    };
  }

  /** Another unit of the same kind and area that was open on a day and for a while after, if there is one. */
  elsewhere(unit: PlannedUnit, day: IsoDate): PlannedUnit | null {
    const near = this.neighbours.get(nearby(unit)) ?? [];
    for (let tries = 0; tries < 5; tries += 1) {
      const other = this.chance.pick(near);
      const open = openOn(other, day);
      if (other !== unit && other.team === null && open !== null && (open.to === null || open.to > addDays(day, 60))) {
        return other;
      }
    }
    return null;
  }

  successorOf(unit: PlannedUnit): PlannedUnit | null {
    return unit.successorCode === null ? null : this.units.get(unit.successorCode)!;
  }

  /** Long leave within the last year or still going on, for a few of those who are in post. */
  private leaveIn(postings: readonly PlannedPosting[]): PlannedPerson['leave'] {
    const away = this.chance.happens(ON_LEAVE);
    const from = addDays(this.order.until, -this.chance.between(10, 330));
    const to = addDays(from, this.chance.between(60, 400));
    const inPost = postings.some(
      (posting) => posting.main && posting.from <= addDays(from, -60) && posting.to === null,
    );
    return away && inPost ? { from, to } : null;
  }
}

/** The days in a row on which a unit was open that hold a day: stays that follow each other without a gap count as one. */
export function openOn(unit: PlannedUnit, day: IsoDate): Span | null {
  return openings(unit).find((span) => span.from <= day && (span.to === null || day < span.to)) ?? null;
}

/** When a unit was open, as spans with gaps between them. */
export function openings(unit: Pick<PlannedUnit, 'stays'>): Span[] {
  const spans: Span[] = [];
  for (const { from, to } of unit.stays) {
    const last = spans.at(-1);
    if (last !== undefined && last.to === from) last.to = to;
    else spans.push({ from, to });
  }
  return spans;
}

const nearby = (unit: PlannedUnit) => `${unit.stays.at(-1)!.areaCode}/${unit.kind}`;
