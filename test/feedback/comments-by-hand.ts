/** What a search of comments should find, worked out without any index: each comment is asked in turn. */
import { EMOTION_VALUES } from '../../src/platform/emotions.js';
import { addDays, type IsoDate, startOfLondonDay } from '../../src/platform/dates.js';
import type { CommentFilter } from '../../src/feedback/comments/comment-filter.js';
import { firstOfMonth } from '../../src/feedback/comments/whole-months.js';
import { matcherOf } from '../../src/feedback/themes/matcher.js';
import type { PublishedTheme } from '../../src/feedback/themes/published-theme.js';
import type { TestApp } from '../support/app.js';

/** A comment, and where it stands in a list. */
export interface Said {
  id: number;
  unit: string;
  kind: string;
  area: string;
  words: string[];
  ease: number | null;
  emotion: number | null;
  at: Date;
  /** In its month, whatever its day was. */
  byMonth: boolean;
}

/** What is looked for: each word or phrase with whether it has to be there; one of the groups is enough. */
export type Wish = { words: string[]; wanted: boolean }[][];

/** As somebody would type it. */
export const typed = (wish: Wish) =>
  wish
    .map((group) => group.map(({ words, wanted }) => `${wanted ? '' : '-'}"${words.join(' ')}"`).join(' '))
    .join(' or ');

/** All comments of units with five, the newest first. */
export async function allSaid(app: TestApp, now: Date): Promise<Said[]> {
  const rows = await app.db.query<Omit<Said, 'words'> & { comment: string }>(
    `select r.id, u.code as unit, u.kind, a.code as area, r.comment, r.ease, r.emotion, c.shown_at as at, c.month_at is not null as "byMonth"
       from survey_response r join comment_index c on c.response_id = r.id join unit u on u.id = r.unit_id
       join answer_place p on p.unit_id = u.id and p.valid @> r.answered_at::date join area a on a.id = p.area_id
      where r.comment <> '' and r.answered_at <= $1 order by c.shown_at desc, r.id desc`,
    [now],
  );
  const enough = (unit: string) => rows.filter((row) => row.unit === unit).length >= 5;
  return rows.filter(({ unit }) => enough(unit)).map(({ comment, ...row }) => ({ ...row, words: comment.split(' ') }));
}

export function fits(said: Said, wish: Wish, filter: CommentFilter, themes: readonly PublishedTheme[]): boolean {
  return (
    wish.some((group) => group.every(({ words, wanted }) => holds(said.words, words) === wanted)) &&
    speaksOf(said, filter, themes) &&
    (filter.felt === null || said.emotion === EMOTION_VALUES[filter.felt]) &&
    (filter.ease === null || inBand(said.ease, filter.ease)) &&
    (filter.kind === null || said.kind === filter.kind) &&
    (filter.from === null || said.at >= startOfLondonDay(firstDay(said, filter.from))) &&
    (filter.to === null || said.at < startOfLondonDay(addDays(filter.to, 1)))
  );
}

const holds = (said: readonly string[], words: readonly string[]) =>
  said.some((_, at) => words.every((word, n) => said[at + n] === word));

const firstDay = ({ byMonth }: Said, from: IsoDate) => (byMonth ? firstOfMonth(from) : from);

function speaksOf({ words }: Said, { theme, driver }: CommentFilter, themes: readonly PublishedTheme[]): boolean {
  if (theme === null && driver === null) return true;
  const meant = themes.filter(
    (one) => (theme === null || one.key === theme) && (driver === null || one.driver === driver),
  );
  return matcherOf(meant)(words.join(' ')).length > 0;
}

function inBand(ease: number | null, band: NonNullable<CommentFilter['ease']>): boolean {
  if (ease === null) return false;
  return { poor: ease <= 2, middling: ease === 3, good: ease >= 4 }[band];
}
