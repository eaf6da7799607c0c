/**
 * The panel of a study: what customers of each unit said in each week, and from when on the unit counted as trained
 * (product/impact.md, "Panel"). It is put together from weeks, as the answers come from the database.
 */
import type { Panel } from '../../statistics/panel/panel.js';

/** How much a week of a unit counts: by its answers, since a share of many is known better, or all alike. */
export type Weighting = 'answers' | 'equal';

export interface StudyPanel {
  panel: Panel;
  /** The score of each row in points: 100 times good minus bad answers, by answers. */
  y: Float64Array;
  /** Answers of each row. */
  answers: Float64Array;
  /** For each unit the first week in which it counts as trained; the number of weeks when it never does. */
  start: Int32Array;
  /** For each unit its id, and the places of its area and its region in the lists below. */
  unitIds: Int32Array;
  area: Int32Array;
  region: Int32Array;
  areaIds: number[];
  regionIds: number[];
}

/** A unit that takes part. */
export interface PanelUnit {
  unitId: number;
  areaId: number;
  regionId: number;
  /** The first week in which it counts as trained; null when it never does, or after the last week. */
  start: number | null;
}

/** What customers said in one week. */
export interface WeekAnswers {
  /** Weeks since the first one. */
  week: number;
  /**
   * For each unit about which somebody answered, in any order: its id, its answers, and good ones minus bad ones among them;
   * each an integer of four bytes, the highest first.
   */
  said: Uint8Array;
}

/**
 * The panel of units in the order in which they are given; units without an answer are not in it. Every column is made once,
 * at its length: rows are counted before they are put in their places.
 * @param answers ascending by week; of other units they may be as well
 * @param times how many weeks there are
 */
export function studyPanel(
  asked: readonly PanelUnit[],
  answers: readonly WeekAnswers[],
  times: number,
  weighting: Weighting,
): StudyPanel {
  const rows = countRows(answers);
  const units = asked.filter(({ unitId }) => rows.has(unitId));
  const from = new Int32Array(units.length + 1);
  units.forEach(({ unitId }, at) => (from[at + 1] = from[at]! + rows.get(unitId)!));
  const { time, y, n } = columnsOf(units, from, answers);
  const area = placesOf(units.map(({ areaId }) => areaId));
  const region = placesOf(units.map(({ regionId }) => regionId));
  return {
    panel: {
      ...{ units: units.length, times, from, time },
      weight: weighting === 'answers' ? n : new Float64Array(n.length).fill(1),
    },
    ...{ y, answers: n },
    start: Int32Array.from(units, ({ start }) => Math.min(start ?? times, times)),
    unitIds: Int32Array.from(units, ({ unitId }) => unitId),
    ...{ area: area.ofUnit, region: region.ofUnit, areaIds: area.ids, regionIds: region.ids },
  };
}

/** How many weeks with answers each unit has, by its id. */
function countRows(answers: readonly WeekAnswers[]): Map<number, number> {
  const rows = new Map<number, number>();
  for (const { said } of answers) forEachUnit(said, (unitId) => rows.set(unitId, (rows.get(unitId) ?? 0) + 1));
  return rows;
}

/** Weeks come in order, so each unit's next row is behind its last. */
function columnsOf(units: readonly PanelUnit[], from: Int32Array, weeks: readonly WeekAnswers[]) {
  const total = from[units.length]!;
  const [time, y, n] = [new Int32Array(total), new Float64Array(total), new Float64Array(total)];
  const next = new Map(units.map(({ unitId }, at) => [unitId, from[at]!]));
  for (const { week, said } of weeks)
    forEachUnit(said, (unitId, answers, net) => {
      const row = next.get(unitId);
      if (row === undefined) return;
      time[row] = week;
      y[row] = (100 * net) / answers;
      n[row] = answers;
      next.set(unitId, row + 1);
    });
  return { time, y, n };
}

const INTEGER = 4;

function forEachUnit(said: Uint8Array, visit: (unitId: number, answers: number, net: number) => void): void {
  const view = new DataView(said.buffer, said.byteOffset, said.byteLength);
  for (let at = 0; at < said.byteLength; at += 3 * INTEGER)
    visit(view.getInt32(at), view.getInt32(at + INTEGER), view.getInt32(at + 2 * INTEGER));
}

/** Places numbered in the order in which they come, and the number of each unit's. */
function placesOf(idOfUnit: readonly number[]): { ids: number[]; ofUnit: Int32Array } {
  const ids = [...new Set(idOfUnit)];
  const number = new Map(ids.map((id, at) => [id, at]));
  return { ids, ofUnit: Int32Array.from(idOfUnit, (id) => number.get(id)!) };
}
