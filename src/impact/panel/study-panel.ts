/**
 * The panel of a study: what customers of each unit said in each week, and from when on the unit counted as trained
 * (product/impact.md, "Panel"). It is put together unit by unit, as the answers come from the database.
 */
import type { Panel } from '../../statistics/panel/panel.js';
import type { UnitAnswers } from './panel-answers.queries.js';

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

export class StudyPanelBuilder {
  private readonly time = new Column();
  private readonly y = new Column();
  private readonly answers = new Column();
  private readonly from = [0];
  private readonly unitIds: number[] = [];
  private readonly start: number[] = [];
  private readonly areas = new Places();
  private readonly regions = new Places();

  constructor(private readonly weeks: number) {}

  /** @param start the first week in which the unit counts as trained; null when it never does, or after the last week */
  add(unit: UnitAnswers, start: number | null): void {
    unit.weeks.forEach((week, at) => {
      this.time.push(week);
      this.y.push((100 * unit.net[at]!) / unit.n[at]!);
      this.answers.push(unit.n[at]!);
    });
    this.from.push(this.time.length);
    this.unitIds.push(unit.unitId);
    this.start.push(Math.min(start ?? this.weeks, this.weeks));
    this.areas.add(unit.areaId);
    this.regions.add(unit.regionId);
  }

  build(weighting: Weighting): StudyPanel {
    const answers = this.answers.all();
    return {
      panel: {
        units: this.unitIds.length,
        times: this.weeks,
        from: Int32Array.from(this.from),
        time: Int32Array.from(this.time.all()),
        weight: weighting === 'answers' ? answers : new Float64Array(answers.length).fill(1),
      },
      y: this.y.all(),
      answers,
      start: Int32Array.from(this.start),
      unitIds: Int32Array.from(this.unitIds),
      area: Int32Array.from(this.areas.ofUnit),
      region: Int32Array.from(this.regions.ofUnit),
      areaIds: this.areas.ids,
      regionIds: this.regions.ids,
    };
  }
}

/** Numbers whose count is not known beforehand, in one typed array: millions of them as a list would take three times as much. */
class Column {
  length = 0;
  private held = new Float64Array(1 << 16);

  push(value: number): void {
    if (this.length === this.held.length) {
      const larger = new Float64Array(2 * this.held.length);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.length++] = value;
  }

  all(): Float64Array {
    return this.held.slice(0, this.length);
  }
}

/** Which place each unit is in, numbered in the order in which they come. */
class Places {
  readonly ids: number[] = [];
  readonly ofUnit: number[] = [];
  private readonly number = new Map<number, number>();

  add(id: number): void {
    const known = this.number.get(id) ?? this.ids.length;
    if (known === this.ids.length) this.ids.push(id);
    this.number.set(id, known);
    this.ofUnit.push(known);
  }
}
