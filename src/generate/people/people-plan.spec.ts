import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holds, overlap, type Span } from '../days.js';
import { layoutOf } from '../network/layout.js';
import { planNetwork } from '../network/network-plan.js';
import { foundedOn } from '../size.js';
import { asciiOf } from './addresses.js';
import { openings } from './hiring.js';
import { type PeoplePlan, planPeople } from './people-plan.js';

const UNTIL = '2027-02-28';
const TODAY = '2027-02-20';

function planOf(units: number, people: number, seed: number) {
  const order = { seed, until: UNTIL, founded: foundedOn(UNTIL) };
  const network = planNetwork({ ...order, layout: layoutOf(units) });
  return { network, ...planPeople(network, { ...order, people, withEmail: true, withCover: true }) };
}

const sizes = fc.record({ units: fc.integer({ min: 8, max: 400 }), seed: fc.integer({ min: 0, max: 1_000_000 }) });

const postingsOf = ({ people }: PeoplePlan) => people.flatMap(({ postings }) => postings);

describe('planned people', () => {
  it('are exactly as many as asked for, each with a reference of their own and an address that nobody else has', () => {
    fc.assert(
      fc.property(sizes, ({ units, seed }) => {
        const { people } = planOf(units, units * 4 + 40, seed);
        expect(people).toHaveLength(units * 4 + 40);
        expect(new Set(people.map(({ reference }) => reference)).size).toBe(people.length);
        const addresses = people.flatMap(({ email }) => email ?? []);
        expect(new Set(addresses).size).toBe(addresses.length);
      }),
      { numRuns: 10 },
    );
  });

  it('count in one place at a time, and never in a unit that is closed', () => {
    fc.assert(
      fc.property(sizes, ({ units, seed }) => {
        const { network, people } = planOf(units, units * 4 + 40, seed);
        const open = new Map(network.units.map((unit) => [unit.code, openings(unit)]));
        for (const { postings } of people) {
          const main = postings.filter((posting) => posting.main);
          expect(pairs(main).every(([a, b]) => overlap(a, b) === null)).toBe(true);
          for (const posting of postings) {
            if (posting.place.kind === 'unit')
              expect(open.get(posting.place.code)!.some((days) => within(posting, days))).toBe(true);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('lead every branch that is open, every area and every region, one at a time', () => {
    const plan = planOf(1200, 4000, 3);
    const led = new Map<string, number>();
    for (const { place, role } of postingsOf(plan).filter((posting) => holds(posting, TODAY))) {
      if (/postmaster|Manager/.test(role)) led.set(place.code, (led.get(place.code) ?? 0) + 1);
    }
    const branches = plan.network.units.filter(
      (unit) => unit.kind === 'branch' && openings(unit).some((days) => holds(days, TODAY)),
    );
    const places = [...branches, ...plan.network.areas, ...plan.network.regions].map(({ code }) => code);
    expect(places.filter((code) => led.get(code) !== 1)).toEqual([]);
  });

  it('come, go, move, come back, work at two counters and are away, in believable shares', () => {
    const { people } = planOf(6000, 15_000, 1);
    const share = (test: (person: (typeof people)[number]) => boolean) => people.filter(test).length / people.length;
    const left = share(({ postings }) => postings.every(({ to }) => to !== null));
    expect(left).toBeGreaterThan(0.12);
    expect(left).toBeLessThan(0.25);
    expect(share(({ postings }) => postings.some(({ main }) => !main))).toBeGreaterThan(0.008);
    expect(share(({ postings }) => new Set(postings.map(({ place }) => place.code)).size > 1)).toBeGreaterThan(0.04);
    expect(share(({ leave }) => leave !== null)).toBeCloseTo(0.012, 1);
    expect(share(({ email }) => email !== null)).toBeCloseTo(0.3, 0);
    for (const wanted of [/[’']/, /-/, /[\u00c0-\u024f]/, /Siân|Llewelyn|Gwilym/]) {
      expect(people.some(({ name }) => wanted.test(name))).toBe(true);
    }
  });

  it('stand in for managers who are in post, never for themselves', () => {
    const { people, covers } = planOf(6000, 16_000, 2);
    const byReference = new Map(people.map((person) => [person.reference, person]));
    expect(covers.length).toBeGreaterThan(30);
    for (const { forReference, deputyReference, place, startsOn } of covers) {
      expect(deputyReference).not.toBe(forReference);
      const { postings } = byReference.get(forReference)!;
      expect(postings.some((posting) => posting.place.code === place.code && holds(posting, startsOn))).toBe(true);
    }
  });

  it('are refused when there are too few of them, with the number that would do', () => {
    expect(() => planOf(300, 20, 1)).toThrow(/--people 20 are too few for 300 units: give at least \d+\./);
  });
});

describe('an address', () => {
  it.each([
    ['Siân O’Neill', 'sian.oneill'],
    ['Łukasz Wójcik', 'lukasz.wojcik'],
    ['Søren ap Dafydd', 'soren.ap.dafydd'],
    ['Anne-Marie Nguyễn', 'anne-marie.nguyen'],
  ])('of %s begins with %s', (name, plain) => expect(asciiOf(name)).toBe(plain));
});

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}

const within = (posting: Span, days: Span) =>
  posting.from >= days.from && (days.to === null || (posting.to !== null && posting.to <= days.to));
