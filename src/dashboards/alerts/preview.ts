/** How far back a preview can tell what an alert would have told. */
import { kindOf, type Measure } from './measure.js';

const A_YEAR = 52;
/** As long as it is kept how units stood in the funnel (feedback/standings). */
const HALF_A_YEAR = 26;

/** In weeks. One where there is no history that could be read at a glance: training is told as it is today. */
export function previewWeeks(measure: Measure): number {
  const kind = kindOf(measure);
  if (kind === 'completion' || kind === 'course') return 1;
  return kind === 'funnel' ? HALF_A_YEAR : A_YEAR;
}
