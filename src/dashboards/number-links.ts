/** Where the figures of a page lead: to the rows of its own table in the order of the figure, or to the answers of a unit. */
import type { AnswersAsked } from '../feedback/answers-asked.js';
import { responsesPath } from '../feedback/paths.js';
import type { Weeks } from '../feedback/metrics/period.js';
import { addDays } from '../platform/dates.js';
import type { Emotion } from '../platform/emotions.js';
import type { Driver } from '../platform/drivers.js';
import type { PeriodChoice } from './period/choice.js';
import { teamPath } from './paths.js';
import { addressOf } from './table/address.js';
import { readFilters } from './table/filters.js';

/** Null where the reader may not see what is behind a figure. */
export interface NumberLinks {
  assigned: string | null;
  courses: string | null;
  ease: string | null;
  emotion: string | null;
  responses: string | null;
  driver(driver: Driver): string | null;
  /** Those who felt one of the five emotions. */
  felt: (emotion: Emotion) => string | null;
  /** A week of the line over time, or other weeks that a figure is about. */
  weeks(weeks: Weeks): string | null;
}

/** The rows of the page's own table, over the same weeks. */
export function linksToRows(path: string, period: PeriodChoice): NumberLinks {
  const at = (query: Record<string, string>) => `${addressOf(path, { filters: readFilters(query), period })}#places`;
  return {
    assigned: at({ show: 'behind' }),
    courses: at({ columns: 'courses', show: 'courses' }),
    ease: at({ show: 'ease' }),
    emotion: at({ columns: 'net.ease', show: 'net' }),
    responses: at({ show: 'responses' }),
    driver: (driver) => at({ columns: `${driver}.responses`, show: driver }),
    felt: () => null,
    weeks: ({ from, to }) => `${path}?from=${from}&to=${addDays(to, 6)}#places`,
  };
}

/** The answers of a unit and its team, each for whoever may see them. */
export function linksToAnswers(code: string, weeks: Weeks, may: { responses: boolean; team: boolean }): NumberLinks {
  const answers = (asked: Partial<AnswersAsked> = {}) => (may.responses ? responsesPath(code, weeks, asked) : null);
  const team = may.team ? teamPath(code) : null;
  return {
    ...{ assigned: team, courses: team, responses: answers() },
    ...{ ease: answers({ answered: 'ease' }), emotion: answers({ answered: 'emotion' }) },
    driver: (driver) => answers({ answered: driver }),
    felt: (felt) => answers({ felt }),
    weeks: ({ from, to }) => (may.responses ? responsesPath(code, { from, to }) : null),
  };
}
