import { addDays, daysBetween, type IsoDate } from '../../platform/dates.js';
import type { Chance } from '../chance.js';
import { overlap, type Span } from '../days.js';
import type { PlannedUnit, UnitKind } from '../network/network-plan.js';
import { type Hiring, OFFICE, openOn, openings, type Terms } from './hiring.js';
import { posting } from './leaders.js';
import type { PlannedPerson, PlannedPosting } from './people-plan.js';

/** What becomes of a hundred colleagues over the years. */
const CAREERS = { stayed: 60, joined: 14, left: 14, moved: 8, returned: 2, twoJobs: 2 };

type Career = keyof typeof CAREERS;
const CAREER_NAMES = Object.keys(CAREERS) as Career[];
const CAREER_SHARES = Object.values(CAREERS);

/** A career with a turn in it needs this many days. */
const LONG_ENOUGH = 400;

/** The colleagues of one unit: as many as it has ever had who began there. Those of a fixed team have simply been there. */
export function colleaguesOf(chance: Chance, unit: PlannedUnit, n: number, hiring: Hiring): PlannedPerson[] {
  return Array.from({ length: n }, () => {
    const career = CAREER_NAMES[chance.weighted(CAREER_SHARES)]!;
    const postings = unit.team === null ? postingsOf(chance, unit, career, hiring) : stayed(unit);
    return hiring.person(termsOf(unit), postings, unit.team !== null);
  });
}

function termsOf({ kind, nation }: PlannedUnit): Terms {
  return TERMS[kind] === OFFICE ? OFFICE : { ...TERMS[kind], nation };
}

const COUNTER: Terms = { nation: 'england', payroll: 0.3, email: 0.15 };
const TERMS: Record<UnitKind, Terms> = {
  branch: COUNTER,
  paymentPoint: COUNTER,
  contactCentre: OFFICE,
  department: OFFICE,
};

function stayed(unit: PlannedUnit): PlannedPosting[] {
  return within(unit, openings(unit)[0]!.from, null);
}

function postingsOf(chance: Chance, unit: PlannedUnit, career: Career, hiring: Hiring): PlannedPosting[] {
  const [first, last] = [openings(unit)[0]!.from, openings(unit).at(-1)!.to];
  const begun = chance.happens(0.55)
    ? first
    : addDays(first, chance.between(0, Math.floor(daysBetween(first, last ?? hiring.until) / 2)));
  const days = daysBetween(begun, last ?? hiring.until);
  if (days < LONG_ENOUGH) return afterwards(chance, unit, within(unit, begun, null), hiring);
  const turn = addDays(begun, chance.between(90, days - 90));
  if (career === 'left') return within(unit, begun, turn);
  if (career === 'joined')
    return afterwards(chance, unit, within(unit, recently(chance, days, last ?? hiring.until), null), hiring);
  if (career === 'returned') return returned(chance, unit, { from: begun, to: turn }, hiring);
  if (career === 'moved') return moved(unit, { from: begun, to: turn }, hiring);
  const here = afterwards(chance, unit, within(unit, begun, null), hiring);
  return career === 'twoJobs' ? withSecondJob(unit, here, turn, hiring) : here;
}

/** Within the last year and a half, in a unit that has been open for longer. */
function recently(chance: Chance, days: number, end: IsoDate): IsoDate {
  return addDays(end, -chance.between(7, Math.min(days - 1, 540)));
}

/** Away for a few months, and back again in the same unit. */
function returned(chance: Chance, unit: PlannedUnit, { from, to }: Span, hiring: Hiring): PlannedPosting[] {
  const back = addDays(to!, chance.between(30, 85));
  return [...within(unit, from, to), ...(back < hiring.until ? within(unit, back, null) : [])];
}

/** From one counter to another of the same area; who finds none stays. */
function moved(unit: PlannedUnit, { from, to }: Span, hiring: Hiring): PlannedPosting[] {
  const other = hiring.elsewhere(unit, to!);
  return other === null
    ? within(unit, from, null)
    : [...within(unit, from, to), ...within(other, to!, openOn(other, to!)!.to)];
}

/** When a unit closes, two in three of its colleagues go on where its customers go, or nearby; the others leave. */
function afterwards(chance: Chance, unit: PlannedUnit, postings: PlannedPosting[], hiring: Hiring): PlannedPosting[] {
  const closed = openings(unit).at(-1)!.to;
  if (closed === null || !chance.happens(0.66)) return postings;
  const next = hiring.successorOf(unit) ?? hiring.elsewhere(unit, closed);
  return next === null ? postings : [...postings, ...within(next, closed, openOn(next, closed)!.to)];
}

/** Saturdays at another counter nearby, besides the post that counts. */
function withSecondJob(unit: PlannedUnit, postings: PlannedPosting[], from: IsoDate, hiring: Hiring): PlannedPosting[] {
  const other = hiring.elsewhere(unit, from);
  if (other === null) return postings;
  return [...postings, ...within(other, from, openOn(other, from)!.to).map((second) => ({ ...second, main: false }))];
}

/** A posting for the days on which the unit was open, which is two when it was closed for a while. */
function within(unit: PlannedUnit, from: IsoDate, to: IsoDate | null): PlannedPosting[] {
  return openings(unit).flatMap((open) => {
    const span = overlap(open, { from, to });
    return span === null ? [] : [posting({ kind: 'unit', code: unit.code }, 'staff', span)];
  });
}
