/** How cover is said wherever somebody is named. */
import type { CoverHeld } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayFullDate, sayRange } from '../../platform/say.js';
import type { CoverFacts, CoverState } from './cover-state.js';
import { coverState, lastDayOf } from './cover-state.js';

/** Who did something: 'Priya Nair, covering for Dawn Mercer', or the name alone in their own right. */
export function sayMaker(name: string, coveredName: string | null): string {
  return coveredName === null ? name : t('{name}, covering for {other}', { name, other: coveredName });
}

/** For the person themselves: 'You cover for Dawn Mercer until Friday 5 December.' */
export function sayCovering({ forName, until }: CoverHeld, today: IsoDate): string {
  return until === null
    ? t('You cover for {name} until further notice.', { name: forName })
    : t('You cover for {name} until {day}.', { name: forName, day: sayDate(until, today) });
}

/** 'Monday 7 to Friday 18 December 2026', or 'From 7 December 2026, until further notice'. */
export function sayDays(facts: CoverFacts): string {
  const last = lastDayOf(facts);
  if (last === null) return t('From {day}, until further notice', { day: sayFullDate(facts.startsOn) });
  return last < facts.startsOn ? t('Called off') : sayRange(facts.startsOn, last);
}

export function sayState(facts: CoverFacts, today: IsoDate): { text: string; tone: 'good' | 'brand' | null } {
  const words: Record<CoverState, { text: string; tone: 'good' | 'brand' | null }> = {
    off: { text: t('Called off'), tone: null },
    coming: { text: t('To come'), tone: 'brand' },
    running: { text: t('In force'), tone: 'good' },
    over: { text: t('Over'), tone: null },
  };
  return words[coverState(facts, today)];
}
