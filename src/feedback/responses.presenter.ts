import type { UnitPlace } from '../network/network.queries.js';
import { unitPath } from '../network/paths.js';
import { type IsoDate, londonDate } from '../platform/dates.js';
import { sayAnswersAsked } from './answers-asked.js';
import { sayCorrections } from './corrections.js';
import { sayAnswered } from './comments/say-answered.js';
import { DRIVER_NAMES, DRIVERS } from '../platform/drivers.js';
import { t } from '../platform/language/t.js';
import { sayRange } from '../platform/say.js';
import type { ResponseFilter, ResponseRow } from './comments/comments.queries.js';
import { BY_MONTH, type Days } from './comments/whole-months.js';
import { csvPath } from '../platform/web/csv-path.js';
import { type PageOfList, paginate, sayShowing } from '../platform/web/list-pages.js';
import { EMOTION_NAMES, emotionOf } from '../platform/emotions.js';
import { responsesPath } from './paths.js';
import { sayPermission } from './responses-csv.js';

/** Which answers were asked for, and which are shown: of a small unit those of the whole months. */
export interface Narrowed {
  /** Mondays. */
  weeks: Days;
  byMonth: boolean;
  filter: ResponseFilter;
}

/** The single answers of a unit as they are printed. */
export function responsesPage(unit: UnitPlace, asked: Narrowed, rows: readonly ResponseRow[], at: PageOfList) {
  const weeks = bothEnds(asked.weeks);
  const here = responsesPath(unit.code, weeks, asked.filter);
  const narrowed = sayAnswersAsked(asked.filter);
  const permissions = rows.some(({ mayContact }) => mayContact !== null);
  return {
    title: t('Answers about {name}', { name: unit.name }),
    sub: saySub(at.total, bothEnds(asked.filter)),
    back: { text: t('Back to {name}', { name: unit.name }), href: unitPath(unit.code) },
    empty: rows.length === 0,
    narrowed: narrowed.length > 0 ? { said: narrowed.join(' '), all: responsesPath(unit.code, weeks) } : null,
    notes: notesOf(asked, rows),
    heads: [
      ...[t('Day'), t('Ease'), t('Felt'), ...DRIVERS.map((driver) => t(DRIVER_NAMES[driver])), t('What they said')],
      ...(permissions ? [t('May be contacted')] : []),
    ],
    rows: rows.map((row) => ({
      ...rowOf(row),
      permission: permissions && (sayPermission(row.mayContact) ?? NO_ANSWER),
    })),
    csv: csvPath(here),
    showing: sayShowing(at),
    pagination: paginate(at, (page) => `${here}&page=${page}`),
  };
}

const bothEnds = ({ from, to }: Days) => (from && to ? { from, to } : null);

function notesOf({ byMonth }: Narrowed, rows: readonly ResponseRow[]): string[] {
  const few = rows[0]?.commentsShown === false;
  return [
    ...(few ? [t('With fewer than five comments at a unit, customers’ words are not shown.')] : []),
    ...(byMonth ? [t(BY_MONTH)] : []),
  ];
}

function saySub(n: number, days: { from: IsoDate; to: IsoDate } | null): string {
  if (days === null) return t('{n, plural, one {# answer} other {# answers}}, newest first', { n });
  const range = sayRange(days.from, days.to);
  return t('{n, plural, one {# answer} other {# answers}}, {range}, newest first', { n, range });
}

function rowOf(row: ResponseRow) {
  const emotion = emotionOf(row.emotion);
  const comment = row.comment ?? (row.commentsShown && row.wordsErased ? t('Deleted, since its time was over') : null);
  const corrected = sayCorrections(row.replaced ?? [], row);
  return {
    day: sayAnswered(londonDate(row.answeredAt), row.smallUnit),
    answers: [
      answer(t('Ease'), outOfFive(row.ease)),
      answer(t('Felt'), emotion ? t(EMOTION_NAMES[emotion]) : null),
      ...DRIVERS.map((driver) => answer(t(DRIVER_NAMES[driver]), outOfFive(row[driver]))),
    ],
    comment: comment ?? NO_ANSWER,
    corrected,
    // A dash alone takes a line of a phone's screen and says nothing.
    silent: comment === null && corrected.length === 0,
  };
}

const NO_ANSWER = '–';

const answer = (name: string, text: string | null) => ({ name, text: text ?? NO_ANSWER, none: text === null });

function outOfFive(given: number | null): string | null {
  return given === null ? null : t('{n} of 5', { n: String(given) });
}
