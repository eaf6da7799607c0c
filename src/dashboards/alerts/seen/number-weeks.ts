/** The periods of a custom metric as alerts judge them: only those that are over, and complete as far as one can tell. */
import type { Cell } from '../../../feedback/custom-metrics/cells.js';
import { valueOf } from '../../../feedback/custom-metrics/cells.js';
import { endOfPeriod } from '../../../feedback/custom-metrics/grain.js';
import { isByWeek, type Metric } from '../../../feedback/custom-metrics/metric.js';
import type { IsoDate } from '../../../platform/dates.js';
import { byWeek, NO_SUMS, type Seen, type SeenWeek } from './seen.js';

type Of = Pick<Metric, 'kind' | 'grain'>;
type PlaceCell = Cell & { placeId: number };

/** Where fewer places reported than this share of those of the period before, a sum is no sum yet. */
const ENOUGH_PLACES = 0.8;

/** @param cells the oldest first */
export function numberWeeks(metric: Of, cells: readonly PlaceCell[], today: IsoDate): SeenWeek[] {
  const before = new Map<number, Cell>();
  const rows = cells
    .filter(({ bucket }) => isOver(metric, bucket, today))
    .map((cell) => {
      const seen = seenIn(metric, cell, before.get(cell.placeId));
      before.set(cell.placeId, cell);
      return { ...seen, week: cell.bucket };
    });
  return byWeek(rows);
}

/** The last period of each place. */
export function latestOf(weeks: readonly SeenWeek[]): SeenWeek[] {
  const last = new Map(weeks.flatMap(({ week, seen }) => seen.map(({ placeId }) => [placeId, week] as const)));
  return weeks
    .map(({ week, seen }) => ({ week, seen: seen.filter(({ placeId }) => last.get(placeId) === week) }))
    .filter(({ seen }) => seen.length > 0);
}

/** A level stands from its day on; everything else counts once its period is over. */
function isOver(metric: Of, bucket: IsoDate, today: IsoDate): boolean {
  if (metric.kind === 'level') return bucket <= today;
  return endOfPeriod(isByWeek(metric) ? 'week' : metric.grain, bucket) < today;
}

function seenIn(metric: Of, cell: PlaceCell, before: Cell | undefined): Seen {
  const complete = metric.kind !== 'count' || !before || cell.places >= ENOUGH_PLACES * before.places;
  return {
    placeId: cell.placeId,
    recent: { n: cell.n, good: 0, bad: 0 },
    earlier: NO_SUMS,
    answered: 0,
    figure: complete ? valueOf(metric, [cell]) : null,
  };
}
