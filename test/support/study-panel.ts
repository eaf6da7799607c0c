import { StudyPanelBuilder, type StudyPanel } from '../../src/impact/panel/study-panel.js';

/** A unit of a made-up panel: answers and good ones by week (none where there is no entry), and when it was trained. */
export interface MadeUnit {
  /** By the place of the week: how many answered, and how many of them well. */
  weeks: [week: number, n: number, good: number][];
  start?: number | null;
  area?: number;
  region?: number;
}

/** A panel as the database would give it, of made-up units. */
export function madePanel(units: readonly MadeUnit[], weeks: number): StudyPanel {
  const builder = new StudyPanelBuilder(weeks);
  units.forEach(({ weeks: said, start = null, area = 1, region = 1 }, at) =>
    builder.add(
      {
        unitId: at + 1,
        areaId: area,
        regionId: region,
        weeks: said.map(([week]) => week),
        n: said.map(([, n]) => n),
        net: said.map(([, , good]) => good),
      },
      start,
    ),
  );
  return builder.build('answers');
}
