import { addDays, daysBetween, type IsoDate, mondayOf } from '../../platform/dates.js';
import { Chance } from '../chance.js';
import type { PlannedUnit } from '../network/network-plan.js';
import { type Size, weeksOf } from '../size.js';
import type { PlannedNumber } from './number-load.queries.js';
import { busyness } from './seasons.js';
import { isOpenFrom } from './week-counts.js';

/** By day as far back as anybody compares days; the answers of older weeks have no visitors beside them. */
const WEEKS = 13;

/** Visitors on a weekday of a branch with ordinary traffic; on a Saturday so much less, and none on a Sunday. */
const VISITORS = 45;
const SATURDAY = 0.6;

/** Now and then a counter does not report, and no day is like another. */
const [SILENT, NOISE] = [0.02, 0.12];

/** Footfall of every branch by day, up to the last week that has ended. */
export function planFootfall(units: readonly PlannedUnit[], size: Size): PlannedNumber {
  return {
    key: 'footfall',
    formToken: '7d1f3f52-52b4-4f0f-9a57-0c2b6a1e6f11',
    draft: {
      ...{ name: 'Footfall', nameCy: 'Nifer yr ymwelwyr', unit: 'visitors', unitCy: 'ymwelwyr', decimals: 0 },
      ...{ weightName: '', weightNameCy: '', direction: 'higher', kind: 'count', grain: 'day', level: 'unit' },
      ...{ audience: 'everyone', driver: null, unitKinds: ['branch'] },
    },
    values: visits(units, size),
  };
}

function* visits(units: readonly PlannedUnit[], size: Size) {
  const branches = units.filter(({ kind, traffic }) => kind === 'branch' && traffic > 0);
  for (const week of weeksOf(size).slice(-WEEKS))
    for (let weekday = 0; weekday < 6; weekday += 1) yield* visitsOn(branches, addDays(week, weekday), size.seed);
}

function* visitsOn(branches: readonly PlannedUnit[], day: IsoDate, seed: number) {
  const chance = Chance.of(seed, 'footfall', day);
  const monday = mondayOf(day);
  const usual = VISITORS * busyness(monday) * (daysBetween(monday, day) === 5 ? SATURDAY : 1);
  for (const unit of branches) {
    const [silent, swing] = [chance.happens(SILENT), chance.normal()];
    if (silent || !isOpenFrom(unit, day, day)) continue;
    const value = Math.max(1, Math.round(usual * unit.traffic * (1 + NOISE * swing)));
    yield { code: unit.code, startsOn: day, value, weight: null };
  }
}
