import type { Role } from '../platform/actor.js';
import { addDays, type IsoDate } from '../platform/dates.js';
import type { Chance } from '../generate/chance.js';
import { CENTRAL, LLANFELYN, type NetworkPlan, OPENED, type PlannedUnit } from './network-plan.js';
import { personName } from './person-names.js';
import { ASHBRIDGE, NAMED, NORTHMERE } from './stories.js';

export interface PlannedPerson {
  reference: string;
  name: string;
  language: 'en' | 'cy';
  role: Role;
  unitCode: string | null;
  areaCode: string | null;
  regionCode: string | null;
  from: IsoDate;
  to: IsoDate | null;
  leave: { from: IsoDate; to: IsoDate } | null;
}

/** About 1,800 people: those in units, the managers above them and the named ones a visitor can be. */
export function planPeople(chance: Chance, network: NetworkPlan): PlannedPerson[] {
  const references = new References();
  const inUnits = network.units.flatMap((unit) => teamOf(chance, unit, references));
  const managers = network.areas.map((area) =>
    named(
      area.code === NORTHMERE.code ? NAMED.dawn : { reference: references.next('area'), name: personName(chance) },
      {
        role: 'areaManager',
        areaCode: area.code,
      },
    ),
  );
  const above = network.regions.map((region) =>
    named(region.code === 'R1' ? NAMED.regional : { reference: references.next('region'), name: personName(chance) }, {
      role: 'regionalManager',
      regionCode: region.code,
    }),
  );
  return [...inUnits, ...managers, ...above];
}

type Place = { role: Role } & Partial<Pick<PlannedPerson, 'unitCode' | 'areaCode' | 'regionCode'>>;

function named(who: { reference: string; name: string }, place: Place): PlannedPerson {
  const nowhere = { unitCode: null, areaCode: null, regionCode: null };
  return { language: 'en', from: OPENED, to: null, leave: null, ...nowhere, ...who, ...place };
}

/** The people a unit has now, and the one or two who have left it. */
function teamOf(chance: Chance, unit: PlannedUnit, references: References): PlannedPerson[] {
  const welsh = unit.nation === 'wales';
  const cast = castOf(unit);
  const rest = Array.from({ length: unit.people - cast.length }, (_, index) =>
    colleague(chance, unit, references, index === 0 && cast.length === 0 && unit.kind === 'branch', welsh),
  );
  const left = chance.happens(0.35) ? [leaver(chance, unit, references, welsh)] : [];
  return [...cast, ...rest, ...left];
}

function castOf(unit: PlannedUnit): PlannedPerson[] {
  if (unit.code === ASHBRIDGE.code)
    return [{ ...named(NAMED.sam, { role: 'staff', unitCode: unit.code }), from: '2026-08-03' }];
  if (unit.code === LLANFELYN) {
    return [{ ...named(NAMED.eleri, { role: 'postmaster', unitCode: unit.code }), language: 'cy' }];
  }
  if (unit.areaCode !== CENTRAL) return [];
  if (unit.name === 'Digital') return [named(NAMED.jo, { role: 'champion', unitCode: unit.code })];
  if (unit.name === 'Technology') return [named(NAMED.administrator, { role: 'administrator', unitCode: unit.code })];
  if (unit.name !== 'Customer experience') return [];
  return [
    named(NAMED.grace, { role: 'author', unitCode: unit.code }),
    named(NAMED.nikhil, { role: 'analyst', unitCode: unit.code }),
  ];
}

function colleague(
  chance: Chance,
  unit: PlannedUnit,
  references: References,
  leads: boolean,
  welsh: boolean,
): PlannedPerson {
  const recent = chance.happens(0.2);
  return {
    ...named(
      { reference: references.next(leads ? 'postmaster' : 'staff'), name: personName(chance, welsh) },
      {
        role: leads ? 'postmaster' : 'staff',
        unitCode: unit.code,
      },
    ),
    language: welsh && chance.happens(0.4) ? 'cy' : 'en',
    from: leads || !recent ? OPENED : addDays('2025-09-01', chance.between(0, 480)),
    leave: chance.happens(0.015) ? { from: '2026-11-16', to: '2027-06-01' } : null,
  };
}

function leaver(chance: Chance, unit: PlannedUnit, references: References, welsh: boolean): PlannedPerson {
  return {
    ...named(
      { reference: references.next('staff'), name: personName(chance, welsh) },
      { role: 'staff', unitCode: unit.code },
    ),
    to: addDays('2025-10-01', chance.between(0, 400)),
  };
}

/** Hands out personnel references above the ones that are taken. */
class References {
  private readonly last = { staff: 100001, postmaster: 150001, area: 200001, region: 250001 };

  next(series: keyof References['last']): string {
    return String((this.last[series] += 1));
  }
}
