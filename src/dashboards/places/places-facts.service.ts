import { Injectable } from '@nestjs/common';
import { PlaceWeeksQueries, type AreaScope } from '../../feedback/rollups/place-weeks.queries.js';
import type { DriverWeights } from '../../feedback/metrics/driver-weights.js';
import { DriverImportance } from '../../feedback/importance/importance.service.js';
import { addCounts, type Counts, NO_COUNTS } from '../../feedback/metrics/counts.js';
import { weeksUpTo } from '../../feedback/metrics/period.js';
import { FEWEST_FOR_A_FIRM_SCORE } from '../../feedback/metrics/score.js';
import type { Windows } from '../../feedback/metrics/windows.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { lastClosedWeek } from '../../platform/dates.js';
import { type Assigned, NOTHING_ASSIGNED } from '../assigned-completion.js';
import { Completion } from '../completion/completion.service.js';
import { asked, standingOf, standingOver } from '../../feedback/metrics/standing.js';
import { asOfDay, momentOf, standsThere } from '../as-of/as-of.js';
import type { PeriodChoice } from '../period/choice.js';
import { type Stretches, stretchesOf, weeksIn } from '../period/stretches.js';
import { CoursesQueries } from '../../courses/courses.queries.js';
import type { CourseCard } from '../../courses/course-version.js';
import type { CardFacts } from '../cards/card-context.js';
import { CardDecisionsQueries } from '../cards/decisions/decisions.queries.js';
import { asideKeys } from '../cards/decisions/decided.js';
import { importanceIn } from '../cards/gain.js';
import { spotlight, withFirst } from '../cards/spotlight.js';
import { Voices } from '../cards/voices.service.js';
import { byPlace, spark, SPARK_WEEKS } from '../../feedback/metrics/spark.js';
import type { NamedPlace } from '../table/rows.js';
import { type PlaceRead, weigh, type Whole } from '../table/weigh.js';
import { WholePlace } from './whole-place.service.js';

export interface PlacesAsked {
  level: 'area' | 'region';
  scope: AreaScope;
  places: readonly NamedPlace[];
  choice: PeriodChoice;
  /** The page that is asked for. */
  path: string;
}

export interface PlacesFacts extends CardFacts {
  courses: CourseCard[];
}

/** Gathers the figures of several areas or regions side by side, from area days only. */
@Injectable()
export class PlacesFactsService {
  constructor(
    private readonly placeWeeks: PlaceWeeksQueries,
    private readonly completion: Completion,
    private readonly whole: WholePlace,
    private readonly courses: CoursesQueries,
    private readonly voices: Voices,
    private readonly decisions: CardDecisionsQueries,
    private readonly importance: DriverImportance,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, asking: PlacesAsked): Promise<PlacesFacts> {
    const { level, scope, choice } = asking;
    const [today, now] = [this.clock.today(), this.clock.now()];
    const stretches = stretchesOf(choice, lastClosedWeek(today));
    const asOf = asOfDay(choice, stretches, today);
    const [{ reads, sums }, whole, courses, decided, weights] = await Promise.all([
      this.reads(actor, asking, stretches),
      this.whole.of(actor, scope, stretches, momentOf(asOf, now)),
      this.courses.published(),
      this.decisions.of(actor.personId, asking.path, now),
      this.importance.weights(today),
    ]);
    const toBeWeighed = reads.map((read) => toWeigh(read, weeksIn(stretches.now), weights));
    const weighed = weigh(toBeWeighed, addedUp([...sums.values()], stretches.earlier !== null));
    const aside = asideKeys(decided, today);
    const around = { whole: weighed.now.ease, importance: importanceIn(weights) };
    const rows = withFirst(weighed.rows, around);
    const there = rows.filter(({ place }) => standsThere(place));
    const spot = spotlight(there, { ...around, aside });
    const said = asOf === null ? await this.voices.ofPlaces(actor, level, spot) : { standouts: [], voices: [] };
    return { today, asOf, choice, stretches, ...whole, ...weighed, rows, courses, spot, ...said, decided, aside };
  }

  private async reads(
    actor: Actor,
    { level, scope, places, choice }: PlacesAsked,
    stretches: Stretches,
  ): Promise<{ reads: Read[]; sums: ReadonlyMap<number, Sums> }> {
    const today = this.clock.today();
    const asking = { actor, scope, today };
    const moment = momentOf(asOfDay(choice, stretches, today), this.clock.now());
    const { now, earlier, asNeeded } = stretches;
    const [sums, weekly, assigned] = await Promise.all([
      this.placeWeeks.sums(asking, level, { now, ...(earlier ? { earlier } : {}) }),
      this.placeWeeks.weeklyEase(asking, level, weeksUpTo(now.to, SPARK_WEEKS)),
      this.completion.assignedBy(level, { actor, scope, moment, today }),
    ]);
    const thin = asNeeded && places.some(({ id }) => asked(sums.get(id)?.now ?? NO_COUNTS) < FEWEST_FOR_A_FIRM_SCORE);
    const longer = thin ? await this.placeWeeks.sums(asking, level, lookingBack(stretches)) : new Map<number, never>();
    const weeks = byPlace(weekly);
    const reads = places.map((place) => ({
      place,
      now: sums.get(place.id)?.now ?? NO_COUNTS,
      earlier: earlier && (sums.get(place.id)?.earlier ?? NO_COUNTS),
      windows: thin ? windowsOf(sums.get(place.id)?.now, longer.get(place.id)) : null,
      assigned: assigned.get(place.id) ?? NOTHING_ASSIGNED,
      spark: spark(weeks.get(place.id) ?? []),
    }));
    return { reads, sums };
  }
}

/** One place as it was read. */
interface Read {
  place: NamedPlace;
  now: Counts;
  earlier: Counts | null;
  windows: Windows | null;
  assigned: Assigned;
  spark: (number | null)[];
}

function toWeigh(read: Read, weeks: number, weights: DriverWeights): PlaceRead {
  const { place, now, earlier, windows, assigned, spark: line } = read;
  const standing: PlaceRead['standing'] = (change) =>
    windows ? standingOf(windows, change, earlier, weights) : standingOver(weeks, now, earlier, change, weights);
  return { place, now: now.ease, earlier: earlier && earlier.ease, standing, assigned, spark: line };
}

interface Sums {
  now?: Counts;
  earlier?: Counts;
}

/** The network is the sum of its regions, a region of its areas, those included that were there only before. */
function addedUp(sums: readonly Sums[], compares: boolean): Whole {
  const all = (stretch: keyof Sums) => addCounts(sums.flatMap((one) => one[stretch] ?? []));
  return { now: all('now'), earlier: compares ? all('earlier') : null };
}

type LookingBack = Partial<Record<'13' | '26' | '52', Counts>>;

/** Only where four weeks hold too few answers for a score: a place with many never pays for a year. */
function lookingBack({ now }: Stretches) {
  return { 13: weeksUpTo(now.to, 13), 26: weeksUpTo(now.to, 26), 52: weeksUpTo(now.to, 52) };
}

function windowsOf(recent = NO_COUNTS, longer: LookingBack = {}): Windows {
  const back = (weeks: keyof LookingBack) => longer[weeks] ?? NO_COUNTS;
  return { 4: recent, 13: back('13'), 26: back('26'), 52: back('52'), earlier: NO_COUNTS };
}
