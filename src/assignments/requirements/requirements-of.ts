/**
 * The rule that requirements follow, in words of a few people and days. The product keeps it in SQL
 * (following/follow.queries.ts), for sixty thousand at once; a spec holds the two together on random histories.
 */
import { addDays, type IsoDate } from '../../platform/dates.js';

/** What happens on a day: somebody asks, extends, ends; somebody works in another unit from now on (null: nowhere) or finishes. */
export type Happening =
  | { kind: 'asked'; day: IsoDate; id: number; dueOn: IsoDate; units: number[]; people: number[] }
  | { kind: 'extended'; day: IsoDate; id: number; dueOn: IsoDate; people: number[] | null }
  | { kind: 'withdrawn' | 'undone'; day: IsoDate; id: number }
  | { kind: 'moved'; day: IsoDate; person: number; unit: number | null }
  | { kind: 'finished'; day: IsoDate; person: number }
  | { kind: 'nothing'; day: IsoDate };

/** What one person has to finish of a course, and on whose account. */
export interface RequirementState {
  person: number;
  dueOn: IsoDate;
  finished: boolean;
  /** Nobody asks any more. */
  closed: boolean;
  /** Ids of the assignments that ask, ascending. */
  reasons: number[];
}

interface Reason {
  since: IsoDate | null;
  dueOn: IsoDate;
  live: boolean;
}

interface Asking {
  madeOn: IsoDate;
  dueOn: IsoDate;
  units: number[];
  people: number[];
  extensions: { dueOn: IsoDate; people: number[] | null }[];
  ended: boolean;
}

interface Item {
  dueOn: IsoDate;
  finished: boolean;
  reasons: Map<number, Reason>;
}

/** Somebody who comes while an assignment runs has at least this many days. */
const FAIR_DAYS = 14;

class Course {
  private readonly asking = new Map<number, Asking>();
  private readonly items = new Map<number, Item>();
  private readonly done = new Set<number>();

  constructor(private readonly unitOf: Map<number, number | null>) {}

  happens(one: Happening): void {
    if (one.kind === 'asked') this.asking.set(one.id, { ...one, madeOn: one.day, extensions: [], ended: false });
    if (one.kind === 'extended') this.asking.get(one.id)!.extensions.push({ dueOn: one.dueOn, people: one.people });
    if (one.kind === 'withdrawn' || one.kind === 'undone') this.end(one.id, one.kind === 'undone');
    if (one.kind === 'moved') this.unitOf.set(one.person, one.unit);
    if (one.kind === 'finished') this.finish(one.person);
    this.follow(one.day);
  }

  states(): RequirementState[] {
    return [...this.items].map(([person, { dueOn, finished, reasons }]) => {
      const live = [...reasons].filter(([, reason]) => reason.live).map(([id]) => id);
      return { person, dueOn, finished, closed: live.length === 0, reasons: live.sort((a, b) => a - b) };
    });
  }

  /** Withdrawing leaves alone what is finished; undoing takes every reason back. */
  private end(id: number, everything: boolean): void {
    this.asking.get(id)!.ended = true;
    for (const item of this.items.values()) {
      const reason = item.reasons.get(id);
      if (reason && (everything || !item.finished)) reason.live = false;
    }
  }

  private finish(person: number): void {
    this.done.add(person);
    const item = this.items.get(person);
    if (item && isAsked(item)) item.finished = true;
  }

  private follow(day: IsoDate): void {
    for (const [id, asking] of this.asking) {
      if (asking.ended) continue;
      for (const [person, item] of this.items) this.endIfGone(asking, id, person, item);
      if (latest(asking) >= day) for (const person of this.unitOf.keys()) this.ask(asking, id, person, day);
    }
    for (const item of this.items.values()) restate(item);
  }

  private endIfGone(asking: Asking, id: number, person: number, item: Item): void {
    const reason = item.reasons.get(id);
    if (!reason?.live || item.finished) return;
    if (!this.reaches(asking, person)) reason.live = false;
    else reason.dueOn = dueOf(asking, person, reason.since);
  }

  private ask(asking: Asking, id: number, person: number, day: IsoDate): void {
    const item = this.items.get(person) ?? { dueOn: day, finished: false, reasons: new Map<number, Reason>() };
    if (!this.reaches(asking, person) || this.done.has(person) || item.reasons.get(id)?.live) return;
    const since = day > asking.madeOn ? day : null;
    item.reasons.set(id, { since, dueOn: dueOf(asking, person, since), live: true });
    this.items.set(person, item);
  }

  private reaches({ units, people }: Asking, person: number): boolean {
    const unit = this.unitOf.get(person) ?? null;
    return unit !== null && (units.includes(unit) || people.includes(person));
  }
}

/** @param unitOf where everybody works before anything happens */
export function requirementsOf(
  unitOf: ReadonlyMap<number, number | null>,
  history: readonly Happening[],
): RequirementState[] {
  const course = new Course(new Map(unitOf));
  for (const one of history) course.happens(one);
  return course.states();
}

function dueOf({ dueOn, extensions }: Asking, person: number, since: IsoDate | null): IsoDate {
  const own = since === null ? dueOn : max(dueOn, addDays(since, FAIR_DAYS));
  const given = extensions.filter(({ people }) => people === null || people.includes(person));
  return given.reduce((day, extension) => max(day, extension.dueOn), own);
}

/** Until when an assignment asks whoever comes: its date, with what everybody was given. */
function latest({ dueOn, extensions }: Asking): IsoDate {
  return extensions.reduce((day, { dueOn: given, people }) => (people === null ? max(day, given) : day), dueOn);
}

function restate(item: Item): void {
  const dates = [...item.reasons.values()].filter(({ live }) => live).map(({ dueOn }) => dueOn);
  if (dates.length > 0) item.dueOn = dates.sort()[0]!;
}

const isAsked = (item: Item) => [...item.reasons.values()].some(({ live }) => live);
const max = (a: IsoDate, b: IsoDate) => (a > b ? a : b);
