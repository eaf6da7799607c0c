import { type StudyPanel, studyPanel } from '../../src/impact/panel/study-panel.js';

/** A unit of a made-up panel: answers and good ones by week (none where there is no entry), and when it was trained. */
export interface MadeUnit {
  /** By the place of the week: how many answered, and how many of them well. */
  weeks: [week: number, n: number, good: number][];
  start?: number | null;
  area?: number;
  region?: number;
}

/** A panel as the database would give it, of made-up units whose ids are 1, 2 and so on. */
export function madePanel(units: readonly MadeUnit[], weeks: number): StudyPanel {
  const asked = units.map(({ start = null, area = 1, region = 1 }, at) => ({
    ...{ unitId: at + 1, areaId: area, regionId: region, start },
  }));
  const said = Array.from({ length: weeks }, (): number[] => []);
  units.forEach((unit, at) => unit.weeks.forEach(([week, n, good]) => said[week]!.push(at + 1, n, good)));
  const answers = said.map((numbers, week) => ({ week, said: packed(numbers) }));
  return studyPanel(asked, answers, weeks, 'answers');
}

/** Integers of four bytes, the highest first. */
export function packed(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((number, at) => view.setInt32(4 * at, number));
  return new Uint8Array(view.buffer);
}
