/**
 * Other numbers of the demo: footfall of every branch and week, the first response time of the contact centre by day with the
 * story of its new way of working, and the network's rank in an index from outside. All of it is invented.
 */
import { addDays, type IsoDate } from '../platform/dates.js';
import { Chance } from '../generate/chance.js';
import type { PlannedNumber } from '../generate/feedback/number-load.queries.js';
import { isOpenFrom } from '../generate/feedback/week-counts.js';
import type { PlannedUnit } from '../generate/network/network-plan.js';
import { FIRST_WEEK, LAST_WEEK, SEED } from './stories.js';
import { WEEKS } from './week-plan.js';

const PLAIN = { weightName: '', weightNameCy: '', decimals: 0, audience: 'everyone', driver: null } as const;

/** When they were set up, before the first of the demo's moments. */
export const SET_UP = '2025-08-18T08:00:00Z';

export function planOtherNumbers(units: readonly PlannedUnit[]): PlannedNumber[] {
  return [footfall(units), firstResponse(units), indexRank()];
}

const VISITS = 260;

function footfall(units: readonly PlannedUnit[]): PlannedNumber {
  const chance = Chance.of(SEED, 'footfall');
  const open = units.filter(({ kind, traffic }) => kind === 'branch' && traffic > 0);
  const values = WEEKS.flatMap((week) => {
    const season = 1 + (/-(11-2|12-0|12-1)/.test(week) ? 0.18 : 0) + 0.03 * chance.normal();
    return open
      .filter((unit) => isOpenFrom(unit, week, addDays(week, 6)) && !chance.happens(0.02))
      .map(({ code, traffic }) => {
        const visits = Math.max(20, Math.round(VISITS * traffic * season * (1 + 0.07 * chance.normal())));
        return { code, startsOn: week, value: visits, weight: null };
      });
  });
  return {
    key: 'footfall',
    formToken: '7d1f3f52-52b4-4f0f-9a57-0c2b6a1e6f01',
    draft: {
      ...PLAIN,
      ...{ name: 'Footfall', nameCy: 'Nifer yr ymwelwyr', unit: 'visitors', unitCy: 'ymwelwyr', direction: 'higher' },
      ...{ kind: 'count', grain: 'week', level: 'unit', unitKinds: ['branch'] },
    },
    values,
  };
}

/** A day and twenty hours until the teams changed how they share the work out; eleven minutes a week later. */
const NEW_WAY: IsoDate = '2027-01-18';
const [SLOW, QUICK] = [2640, 11];
const DAYS_OF_CHANGE = 7;

function firstResponse(units: readonly PlannedUnit[]): PlannedNumber {
  const chance = Chance.of(SEED, 'first response');
  const centres = units.filter(({ kind }) => kind === 'contactCentre');
  const values = [];
  for (let day = FIRST_WEEK; day <= addDays(LAST_WEEK, 6); day = addDays(day, 1)) {
    const since = Math.max(0, Math.min(1, (Date.parse(day) - Date.parse(NEW_WAY)) / (DAYS_OF_CHANGE * 86_400_000)));
    const usual = Math.exp(Math.log(SLOW) * (1 - since) + Math.log(QUICK) * since);
    for (const { code } of centres) {
      const minutes = Math.round(10 * usual * Math.max(0.3, 1 + 0.12 * chance.normal())) / 10;
      values.push({ code, startsOn: day, value: minutes, weight: chance.between(850, 2500) });
    }
  }
  return {
    key: 'first-response-time',
    formToken: '7d1f3f52-52b4-4f0f-9a57-0c2b6a1e6f02',
    draft: {
      ...PLAIN,
      ...{ name: 'First response time', nameCy: 'Amser tan yr ymateb cyntaf', unit: 'minutes', unitCy: 'munud' },
      ...{ weightName: 'contacts', weightNameCy: 'cysylltiadau', direction: 'lower', kind: 'average', grain: 'day' },
      ...{ level: 'unit', unitKinds: ['contactCentre'], driver: 'efficiency' },
    },
    values,
  };
}

/** Told twice a year. */
const RANKS: [IsoDate, number][] = [
  ['2024-07-01', 44],
  ['2025-01-01', 41],
  ['2025-07-01', 38],
  ['2026-01-01', 36],
  ['2026-07-01', 31],
  ['2027-01-01', 27],
];

function indexRank(): PlannedNumber {
  return {
    key: 'service-index-rank',
    formToken: '7d1f3f52-52b4-4f0f-9a57-0c2b6a1e6f03',
    draft: {
      ...PLAIN,
      ...{ name: 'Rank in the customer service index', nameCy: 'Safle yn y mynegai gwasanaeth cwsmeriaid' },
      ...{ unit: '', unitCy: '', direction: 'lower', kind: 'level', grain: 'quarter', level: 'network', unitKinds: [] },
    },
    values: RANKS.map(([startsOn, value]) => ({ code: null, startsOn, value, weight: null })),
  };
}
