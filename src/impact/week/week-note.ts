/**
 * How the result of a themed week was worked out, as plain text beside its table: design, data, formulas with their source,
 * and what to read with care. Whoever has the answers can repeat it from this note.
 */
import { addDays, type IsoDate } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber, sayRange } from '../../platform/say.js';
import { GRADE_WORDS } from '../studies/study-words.js';
import { GRADE, responsesHeadline } from './result-words.js';
import type { ComparedWeeks, ThemedWeekResult } from './themed-week.js';

interface WeekNamed {
  title: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
}

export interface WeekNoteFacts extends WeekNamed {
  compared: ComparedWeeks;
  result: ThemedWeekResult;
  cautions: readonly string[];
}

/** Lines end as on any system that opens a downloaded text (CRLF). */
export function weekNote({ compared, result, cautions, ...week }: WeekNoteFacts): string {
  return inParts([
    nameOf(week),
    [t('Answer'), responsesHeadline(result), `${t(GRADE)}. ${t(GRADE_WORDS.D.explained)}`],
    [t('Data'), ...dataLines(compared, result)],
    [t('How it was worked out'), ...METHODS.map((method) => t(method))],
    [t('Read with care'), ...cautions],
  ]);
}

/** The note while there are no figures: why not. */
export function weekNoteWithout(week: WeekNamed, missing: string): string {
  return inParts([nameOf(week), [t('Answer'), missing]]);
}

const nameOf = ({ title, startsOn, endsOn }: WeekNamed) => [title, sayRange(startsOn, endsOn)];

const inParts = (parts: string[][]) => `${parts.map((lines) => lines.join('\r\n')).join('\r\n\r\n')}\r\n`;

function dataLines({ others, neighbours }: ComparedWeeks, { responses, areas }: ThemedWeekResult): string[] {
  const ends = [...others].sort();
  const values = { responses: sayNumber(responses), areas: String(areas) };
  return [
    t('{responses} answers in the week, from {areas} areas of the whole network.', values),
    t('{n} other weeks without a campaign, {from} to {to}; {beside} of them within four weeks on either side.', {
      ...{ n: String(others.length), beside: String(neighbours.length) },
      ...{ from: sayFullDate(ends[0]!), to: sayFullDate(addDays(ends.at(-1)!, 6)) },
    }),
  ];
}

const METHODS = [
  msg('Responses: R = answers in the week / mean answers of the weeks compared with - 1.'),
  msg(
    'Its range: log scale, areas as clusters; Var log(1 + R) = G/(G-1) × the sum over areas of (share of the answers in the week - share of the answers in the other weeks)², Student’s t with G-1 degrees of freedom (linearised ratio, Cochran 1977, chapter 6).',
  ),
  msg(
    'Ease: percentage of answers 4 or 5 of 5. Within the same branches: the change of each unit, weighed by its share of the answers in the other weeks (Kitagawa 1955); the rest comes from which branches answered. Ranges by the same rule, areas as clusters.',
  ),
  msg(
    'Placebo in time: each ordinary week is set against the others as if it were the week; p = (1 + weeks that moved as far) / (1 + weeks), in either direction (Phipson and Smyth 2010). The range over areas does not hold what moves all areas in one week; this does.',
  ),
];
