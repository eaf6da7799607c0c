import { addDays, type IsoDate } from '../../platform/dates.js';
import type { StudyPanel } from '../panel/study-panel.js';
import type { PanelFacts } from './findings.js';
import { type Sides } from './sides.js';
import type { ClusterLevel } from './study.js';

/** The cluster of each unit of the panel, numbers from 0. */
export function clustersOf({ panel, area }: StudyPanel, level: ClusterLevel): Int32Array {
  return level === 'area' ? area : Int32Array.from({ length: panel.units }, (_, unit) => unit);
}

/** What is kept of the sides with a result; places of weeks have become Mondays. */
export function panelFacts(sides: Sides, firstWeek: IsoDate): PanelFacts {
  const { starts } = sides;
  const monday = (place: number | undefined) => (place === undefined ? null : addDays(firstWeek, 7 * place));
  return { ...sides, firstStart: monday(starts[0]), lastStart: monday(starts.at(-1)), starts: starts.length };
}
