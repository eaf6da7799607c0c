import { addDays, type IsoDate, startOfLondonDay } from '../../platform/dates.js';
import { Chance } from '../chance.js';
import type { PlannedUnit } from '../network/network-plan.js';
import { type Answer, answersOf, type UnitWeek } from './answers.js';

/** What is the same for a whole week of answers. */
export interface Delivery {
  week: IsoDate;
  sourceId: number;
  importId: number;
  seed: number;
  skipsEase: number;
  units: readonly PlannedUnit[];
  unitIds: ReadonlyMap<string, number>;
}

const BATCH = 60_000;

/**
 * The answers of one week as lines of COPY, unit by unit, never all of them in memory; `counted` hears how many there were.
 * Nothing in them wants escaping: the comments are ours, one line each.
 */
export function* weekLines(
  delivery: Delivery,
  unitWeek: (index: number) => UnitWeek,
  counted: (n: number) => void,
): Generator<string> {
  const { week, sourceId, importId, seed, units, unitIds } = delivery;
  const chance = Chance.of(seed, 'answers', week);
  const nines = Array.from({ length: 7 }, (_, day) => startOfLondonDay(addDays(week, day)).getTime() + 9 * 3_600_000);
  let lines = '';
  let place = 0;
  for (const [index, unit] of units.entries()) {
    const said = unitWeek(index);
    if (said.responses === 0) continue;
    const start = [sourceId, importId, week, unitIds.get(unit.code)!].join('\t');
    for (const given of answersOf(chance, said, delivery.skipsEase)) {
      const at = new Date(nines[given.day]! + given.second * 1000).toISOString();
      const key = `${week}-${String((place += 1)).padStart(6, '0')}`;
      lines += `${key}\t${start}\t${at}\t${marksOf(given)}\t${given.comment ?? NULL}\n`;
    }
    if (lines.length < BATCH) continue;
    yield lines;
    lines = '';
  }
  counted(place);
  if (lines !== '') yield lines;
}

function marksOf({ ease, emotion, drivers }: Answer): string {
  let marks = `${ease ?? NULL}\t${emotion ?? NULL}`;
  for (const mark of drivers) marks += `\t${mark ?? NULL}`;
  return marks;
}

const NULL = '\\N';
