import { UNIT_FILE_COLUMNS } from '../../network/imports/unit-row.js';
import { addDays } from '../../platform/dates.js';
import { overlap } from '../days.js';
import type { NetworkPlan } from '../network/network-plan.js';

/** The units file of a planned network (README, "Files"): a row for each stretch of days in one area and one region. */
export function* unitsRows({ regions, areas, units }: NetworkPlan): Generator<string[]> {
  yield [...UNIT_FILE_COLUMNS];
  const regionNames = new Map(regions.map(({ code, name }) => [code, name]));
  const areaOf = new Map(areas.map((area) => [area.code, area]));
  for (const { code, name, kind, nation, stays, successorCode } of units) {
    const closedOn = stays.at(-1)!.to;
    for (const stay of stays) {
      const area = areaOf.get(stay.areaCode)!;
      for (const link of area.regions) {
        const days = overlap(stay, link);
        if (days === null) continue;
        const place = [link.regionCode, regionNames.get(link.regionCode)!, area.code, area.name];
        const mergedInto = days.to !== null && days.to === closedOn ? (successorCode ?? '') : '';
        yield [...place, code, name, kind, nation, days.from, lastDay(days.to), mergedInto];
      }
    }
  }
}

/** The files name the last day on which something holds. */
export function lastDay(to: string | null): string {
  return to === null ? '' : addDays(to, -1);
}
