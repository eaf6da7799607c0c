/**
 * Which data a study was worked out on: the same version is the same panel of the same design, whenever it was read, and so
 * the same findings (product/impact.md, "A study"). A run on another version is a new result beside the old.
 */
import { createHash } from 'node:crypto';
import type { StudyDesign } from '../studies/study.js';
import type { StudyPanel } from './study-panel.js';

/** SHA-256 over the design and every column of the panel, as hexadecimal digits. */
export function dataVersion(read: StudyPanel, design: StudyDesign): string {
  const { panel, y, answers, start, unitIds, area, region } = read;
  const columns = [panel.from, panel.time, y, answers, start, unitIds, area, region];
  const lengths = columns.map(({ length }) => length);
  const head = { ...designOf(design), times: panel.times, areas: read.areaIds, regions: read.regionIds, lengths };
  const hash = createHash('sha256').update(JSON.stringify(head));
  for (const column of columns) hash.update(column);
  return hash.digest('hex');
}

/** What is asked, in one order whichever it was chosen in; weights follow from answers, so how they are made is enough. */
function designOf(design: StudyDesign) {
  const { metric, threshold, weighting, clusterLevel, weeks, wavePlanId } = design;
  return {
    ...{ metric, threshold, weighting, clusterLevel, from: weeks.from, to: weeks.to, wavePlanId },
    courses: design.courseIds.toSorted((a, b) => a - b),
    kinds: design.kinds.toSorted(),
    within: design.regionIds?.toSorted((a, b) => a - b) ?? null,
  };
}
