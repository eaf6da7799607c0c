import { daysOfWeeks, writeFilter } from '../../feedback/comments/comment-filter.js';
import { FEWEST_COMMENTS } from '../../feedback/comments/comments-shown.js';
import { markTogether, shareDifference } from '../../feedback/metrics/change.js';
import { FEWEST_FOR_A_SCORE } from '../../feedback/metrics/score.js';
import { commentsPath } from '../../feedback/paths.js';
import { type PublishedTheme, themeName } from '../../feedback/themes/published-theme.js';
import { ANY_COMMENT, type ThemeCount } from '../../feedback/themes/theme-counts.queries.js';
import { netEmotion } from '../../statistics/net-emotion.js';
import { t } from '../../platform/language/t.js';
import { sayPercent, sayScore, saySigned } from '../../platform/say.js';
import type { PeriodChoice } from '../period/choice.js';
import { sayAgainst, sayWithin } from '../period/say-stretch.js';
import type { Stretches } from '../period/stretches.js';
import { sayInterval } from '../say-change.js';

const SHOWN = 8;

export interface TalkedAbout {
  themes: readonly PublishedTheme[];
  /** By theme, over the weeks of the page and those they are held against. */
  sums: ReadonlyMap<number, { now?: ThemeCount; earlier?: ThemeCount }>;
  stretches: Stretches;
  choice: PeriodChoice;
  /** The page, for whoever may read the comments behind a theme. */
  path: string | null;
}

/** The themes that most comments speak of; each change is marked with all others of the section in mind. */
export function talkedAbout({ themes, sums, stretches, choice, path }: TalkedAbout) {
  const [all, before] = [sums.get(ANY_COMMENT)?.now?.comments ?? 0, sums.get(ANY_COMMENT)?.earlier?.comments ?? 0];
  const top = themes
    .map((theme) => ({ theme, ...sums.get(theme.id) }))
    .filter(({ now }) => (now?.comments ?? 0) > 0)
    .sort((a, b) => (b.now?.comments ?? 0) - (a.now?.comments ?? 0))
    .slice(0, SHOWN);
  const changes = markTogether(
    top.map(({ now, earlier }) =>
      shareDifference({ n: all, top: now?.comments ?? 0, sum: 0 }, { n: before, top: earlier?.comments ?? 0, sum: 0 }),
    ),
  );
  const link = (theme: string | null) =>
    path && writeFilter(commentsPath(path), { ...daysOfWeeks(stretches.now), theme });
  return {
    note: t(
      '{within}: {n, plural, one {# comment} other {# comments}}. A comment can speak of several things. {against}',
      {
        within: sayWithin(choice, stretches.now),
        n: all,
        against: sayAgainst(choice, stretches),
      },
    ),
    allPath: link(null),
    rows:
      all < FEWEST_COMMENTS
        ? []
        : top.map(({ theme, now }, index) => ({
            driver: theme.driver,
            name: themeName(theme),
            path: link(theme.key),
            n: t('{n, plural, one {# comment} other {# comments}}', { n: now?.comments ?? 0 }),
            share: sayPercent((now?.comments ?? 0) / all),
            net: now && sayNet(now),
            change: sayMoved(changes[index] ?? null),
          })),
  };
}

/** Net emotion of those who spoke of it; null when too few said how they felt. */
function sayNet({ felt, good, bad }: ThemeCount): string | null {
  if (felt < FEWEST_FOR_A_SCORE) return null;
  return t('net emotion {net}', { net: saySigned(netEmotion({ good, bad, n: felt }).value * 100, 0) });
}

/** How its share of all comments moved, in points, with the interval of the difference. */
function sayMoved(change: ReturnType<typeof markTogether>[number]) {
  if (!change) return null;
  const values = { points: sayScore(Math.abs(change.value)), range: sayInterval(change) };
  if (change.mark === 'none') return { mark: null, text: t('No clear change in its share ({range} points)', values) };
  return change.mark === 'up'
    ? { mark: '↑', text: t('Its share is up {points} points ({range})', values) }
    : { mark: '↓', text: t('Its share is down {points} points ({range})', values) };
}
