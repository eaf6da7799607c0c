import { t } from '../platform/language/t.js';
import { MOMENTS, type Moment } from './stories.js';

const KEYS = Object.keys(MOMENTS) as Moment[];

/** In which of the demo's moments a time falls: each lasts until the next one begins to be nearer. */
export function momentAt(now: Date): Moment {
  if (now < new Date('2027-02-08T00:00:00Z')) return 'before';
  return now < new Date('2027-02-22T00:00:00Z') ? 'wednesday' : 'after';
}

export function isMoment(text: unknown): text is Moment {
  return (KEYS as unknown[]).includes(text);
}

/** How far each moment has run, so that coming back finds what one did there. ISO times. */
export type Positions = Partial<Record<Moment, string>>;

/** Where a moment goes on: where it was left, or at its beginning. */
export function goOnAt(moment: Moment, positions: Positions): Date {
  return new Date(positions[moment] ?? MOMENTS[moment].at);
}

export function bannerChoices(now: Date): { key: Moment; label: string; current: boolean }[] {
  return KEYS.map((key) => ({ key, label: t(MOMENTS[key].label), current: key === momentAt(now) }));
}
