import type { UnitPlace } from '../network/network.queries.js';
import { unitPath } from '../network/paths.js';
import { addDays, londonDate } from '../platform/dates.js';
import { sayAnswered } from './comments/say-answered.js';
import { DRIVER_NAMES, DRIVERS } from '../platform/drivers.js';
import { count, sayRange } from '../platform/say.js';
import type { ResponseFilter, ResponseRow } from './comments/comments.queries.js';
import { type PageOfList, paginate, sayShowing } from './list-pages.js';
import { EMOTION_NAMES, emotionOf } from './metrics/emotions.js';
import { responsesPath } from './paths.js';

/** The single answers of a unit as they are printed. */
export function responsesPage(unit: UnitPlace, filter: ResponseFilter, rows: readonly ResponseRow[], at: PageOfList) {
  const weeks = filter.from && filter.to ? { from: filter.from, to: filter.to } : null;
  const here = responsesPath(unit.code, weeks);
  return {
    title: `Answers about ${unit.name}`,
    sub: `${count(at.total, 'answer', 'answers')}${weeks ? `, ${sayRange(weeks.from, addDays(weeks.to, 6))}` : ''}, newest first`,
    back: { text: `Back to ${unit.name}`, href: unitPath(unit.code) },
    empty: rows.length === 0,
    note:
      rows[0]?.commentsShown === false
        ? 'With fewer than five comments at a unit, customers’ words are not shown.'
        : null,
    heads: ['Day', 'Ease', 'Felt', ...DRIVERS.map((driver) => DRIVER_NAMES[driver]), 'What they said'],
    rows: rows.map(rowOf),
    showing: sayShowing(at),
    pagination: paginate(at, (page) => `${here}&page=${page}`),
  };
}

function rowOf(row: ResponseRow) {
  const emotion = emotionOf(row.emotion);
  return {
    day: sayAnswered(londonDate(row.answeredAt), row.smallUnit),
    answers: [
      { name: 'Ease', text: outOfFive(row.ease) },
      { name: 'Felt', text: emotion ? EMOTION_NAMES[emotion] : NO_ANSWER },
      ...DRIVERS.map((driver) => ({ name: DRIVER_NAMES[driver], text: outOfFive(row[driver]) })),
    ],
    comment: row.comment ?? NO_ANSWER,
  };
}

const NO_ANSWER = '–';

function outOfFive(answer: number | null): string {
  return answer === null ? NO_ANSWER : `${answer} of 5`;
}
