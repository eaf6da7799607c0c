import { Injectable } from '@nestjs/common';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { audiencesAt } from '../../feedback/custom-metrics/audience.js';
import { isByWeek, type Metric, type MetricLevel } from '../../feedback/custom-metrics/metric.js';
import { MetricsQueries } from '../../feedback/custom-metrics/metrics.queries.js';
import { EditionsQueries } from '../../feedback/themes/editions.queries.js';
import { canAt, type Place } from '../../network/reach.js';
import type { Actor } from '../../platform/actor.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import type { ViewLevel } from '../views/view-address.js';
import { familyOf, type Measure } from './measure.js';
import type { Subject } from './subject.js';

/** A course, a theme or a number that can be watched, and for a number by whom and where. */
export interface Watchable {
  measure: Measure;
  subject: Subject;
  metric: Pick<Metric, 'audience' | 'level'> | null;
}

export type Watchables = ReadonlyMap<Measure, Watchable>;

/** Where and by whom something is to be watched. */
export interface WatchPlace {
  level: ViewLevel;
  eachUnit: boolean;
  place: Place;
}

/** The courses, themes and numbers of today by the word that an alert keeps. */
@Injectable()
export class WatchableThings {
  constructor(
    private readonly courses: CoursesQueries,
    private readonly editions: EditionsQueries,
    private readonly metrics: MetricsQueries,
  ) {}

  /** Three reads, however many alerts ask. */
  async all(): Promise<Watchables> {
    const [courses, edition, metrics] = await Promise.all([
      this.courses.published(),
      this.editions.current(),
      this.metrics.list(),
    ]);
    const found: Watchable[] = [
      ...courses.filter(({ kind }) => kind === 'course').map(({ slug, title }) => named(`course:${slug}`, title, '')),
      ...(edition?.themes ?? []).flatMap(({ key, nameEn, nameCy }) => [
        named(`theme:${key}`, nameEn, nameCy),
        named(`rising:${key}`, nameEn, nameCy),
      ]),
      ...metrics.filter(({ retiredAt }) => retiredAt === null).map(numberOf),
    ];
    return new Map(found.map((one) => [one.measure, one]));
  }
}

/**
 * Training is for those who see who finished what: an alert that is tried with one number after another would tell a colleague
 * at the counter how far two others have come.
 */
export function mayWatchTraining(posts: Pick<Actor, 'posts'>, place: Place): boolean {
  return canAt(posts, dashboardPermissions.seeTeam, place);
}

/** A number may be kept from some of those who reach its place, and not every place has each. */
export function mayWatch(
  { measure, metric }: Watchable,
  posts: Pick<Actor, 'posts'>,
  { level, eachUnit, place }: WatchPlace,
): boolean {
  if (familyOf(measure) === 'training') return mayWatchTraining(posts, place);
  if (metric === null) return true;
  return (
    audiencesAt(posts, place).includes(metric.audience) && KNOWN_AT[eachUnit ? 'unit' : level].includes(metric.level)
  );
}

/** A number of units is added up above; one of areas is none of a unit. */
const KNOWN_AT: Record<ViewLevel, readonly MetricLevel[]> = {
  unit: ['unit'],
  area: ['unit', 'area'],
  region: ['unit', 'area', 'region'],
  network: ['unit', 'area', 'region', 'network'],
};

const named = (measure: Measure, name: string, nameCy: string): Watchable => ({
  measure,
  subject: { name, nameCy, number: null },
  metric: null,
});

function numberOf(metric: Metric): Watchable {
  const { key, name, nameCy, unit, unitCy, decimals } = metric;
  const grain = isByWeek(metric) ? 'week' : metric.grain;
  return { measure: `number:${key}`, subject: { name, nameCy, number: { unit, unitCy, decimals, grain } }, metric };
}
