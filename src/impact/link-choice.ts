/** What is set against what, as it stands in the address of the page: unknown words fall back to the first choice. */
import { msg, t } from '../platform/language/t.js';
import { DRIVER_NAMES, DRIVERS, type Driver, isDriver } from '../platform/drivers.js';

export const METRICS = ['ease', 'netEmotion', ...DRIVERS] as const;
export type Metric = (typeof METRICS)[number];

/** Closed weeks in the scored window. */
export const WINDOWS = [13, 4, 26] as const;
export type WindowWeeks = (typeof WINDOWS)[number];

export interface LinkChoice {
  metric: Metric;
  /** `all`, a driver (all courses that have it first), or the slug of one course. */
  training: string;
  weeks: WindowWeeks;
}

/** A published course that may be chosen. */
export interface CourseToLink {
  id: number;
  slug: string;
  title: string;
  driver: Driver;
  kind: 'course' | 'themeDay';
}

export const METRIC_NAMES: Record<Metric, string> = {
  ease: msg('Ease'),
  netEmotion: msg('Net emotion'),
  ...DRIVER_NAMES,
};

/** What a metric is, to be read in the middle of a sentence. */
export function metricPhrase(metric: Metric): string {
  if (metric === 'netEmotion') return t('net emotion');
  return metric === 'ease' ? t('ease') : t('the {driver} score', { driver: t(DRIVER_NAMES[metric]).toLowerCase() });
}

export function readChoice(asked: Record<string, unknown>, courses: readonly CourseToLink[]): LinkChoice {
  const known = (training: unknown): training is string =>
    isDriver(training) || courses.some((course) => course.slug === training);
  return {
    metric: METRICS.find((metric) => metric === asked.metric) ?? 'ease',
    training: known(asked.training) ? asked.training : 'all',
    weeks: WINDOWS.find((weeks) => String(weeks) === asked.weeks) ?? 13,
  };
}

/** The courses that a choice stands for. Theme days count only when chosen by name: they belong to their week. */
export function chosenCourses(training: string, courses: readonly CourseToLink[]): CourseToLink[] {
  const one = courses.filter((course) => course.slug === training);
  if (one.length > 0) return one;
  const lasting = courses.filter((course) => course.kind === 'course');
  return training === 'all' ? lasting : lasting.filter((course) => course.driver === training);
}
