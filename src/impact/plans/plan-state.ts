/** How far a plan is, and what its waiting means. */
import { addDays, type IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber, sayPercent } from '../../platform/say.js';
import type { StoredPlan, Untouched, WaveRow } from './wave-plans.queries.js';

export type PlanState = 'planned' | 'running' | 'begun' | 'stopped';

/** `begun`: every wave has; `stopped`: some never will. */
export function stateOf({ stoppedAt, begun, waves }: Pick<StoredPlan, 'stoppedAt' | 'begun' | 'waves'>): PlanState {
  if (stoppedAt !== null) return 'stopped';
  if (begun === 0) return 'planned';
  return begun < waves ? 'running' : 'begun';
}

/** 'Begins on 5 July 2027', '1 of 3 waves has begun', … */
export function sayState(plan: Pick<StoredPlan, 'stoppedAt' | 'begun' | 'waves' | 'firstMonday'>): string {
  const { begun, waves } = plan;
  const state = stateOf(plan);
  if (state === 'planned') return t('Begins on {date}', { date: sayFullDate(plan.firstMonday) });
  if (state === 'begun') return t('All waves have begun');
  const share = t('{begun, plural, one {# of {waves} waves has begun} other {# of {waves} waves have begun}}', {
    begun,
    waves: String(waves),
  });
  return state === 'running' ? share : t('Stopped; {share}', { share });
}

/** How a wave stands; one whose Monday is over and that has not begun waits for its course, or for the next hour. */
export function sayWave(wave: WaveRow, plan: Pick<StoredPlan, 'stoppedAt' | 'course'>, today: IsoDate): string {
  if (wave.begunAt !== null) return sayBegun(wave);
  if (plan.stoppedAt !== null) return t('Stopped before it began');
  if (wave.startsOn > today) return t('Waits for its Monday');
  return plan.course.published ? t('Begins within the hour') : t('Waits: nobody can take the course now');
}

function sayBegun({ assignmentId, asked, finished }: WaveRow): string {
  if (assignmentId === null) return t('Begun; nobody was left to be asked');
  if (asked === 0) return t('Begun; nobody is asked any more');
  return t('{finished} of {asked} have finished ({share})', {
    ...{ finished: sayNumber(finished), asked: sayNumber(asked) },
    share: sayPercent(finished / asked),
  });
}

/**
 * What it does to the answer that people who should not have the course yet hold it or were asked for it: both sides grow alike.
 * Null while nobody does.
 */
export function sayUntouched({ people, hold, asked }: Untouched): string | null {
  if (people === 0 || hold + asked === 0) return null;
  return t(
    'Of {people} people whose wave is still to come, or never comes, {hold} hold the course already and {asked} were asked by somebody else ({share} together). They make both sides more alike, so the answer comes out smaller than what the course does.',
    {
      ...{ people: sayNumber(people), hold: sayNumber(hold), asked: sayNumber(asked) },
      share: sayPercent((hold + asked) / people),
    },
  );
}

/** When everybody of a wave is due: as its assignment says, once there is one. */
export const dueOf = ({ startsOn, dueOn }: Pick<WaveRow, 'startsOn' | 'dueOn'>, daysGiven: number): IsoDate =>
  dueOn ?? addDays(startsOn, daysGiven);
