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

/** What clearly came up more or less often first, then what most comments speak of. */
export function talkedAbout({ themes, sums, stretches, choice, path }: TalkedAbout) {
  const counts = sums.get(ANY_COMMENT);
  const all = counts?.now?.comments ?? 0;
  const spoken = themes.map((theme) => ({ theme, ...sums.get(theme.id) })).filter((one) => commentsOf(one.now) > 0);
  const top = byChange(spoken, all, counts?.earlier?.comments ?? 0).slice(0, SHOWN);
  const link = (theme: string | null) =>
    path && writeFilter(commentsPath(path), { ...daysOfWeeks(stretches.now), theme });
  return {
    note: sayAbout(
      all,
      sayWithin(choice, stretches.now),
      sayAgainst(choice, stretches),
      moved(top[0]?.change ?? null) > 0,
    ),
    allPath: link(null),
    rows:
      all < FEWEST_COMMENTS
        ? []
        : top.map(({ theme, now, change }) => ({
            driver: theme.driver,
            name: themeName(theme),
            path: link(theme.key),
            n: t('{n, plural, one {# comment} other {# comments}}', { n: commentsOf(now) }),
            share: sayPercent(commentsOf(now) / all),
            net: now && sayNet(now),
            change: sayMoved(change),
          })),
  };
}

const commentsOf = (count: ThemeCount | undefined): number => count?.comments ?? 0;

type Spoken = { theme: PublishedTheme; now?: ThemeCount; earlier?: ThemeCount };

/** Each change is marked with those of all themes in mind, shown or not: a rare one that came up suddenly is news. */
function byChange(spoken: readonly Spoken[], all: number, before: number) {
  const share = (n: number, count: ThemeCount | undefined) => ({ n, top: commentsOf(count), sum: 0 });
  const changes = markTogether(
    spoken.map(({ now, earlier }) => shareDifference(share(all, now), share(before, earlier))),
  );
  return spoken
    .map((one, index) => ({ ...one, change: changes[index] ?? null }))
    .sort((a, b) => moved(b.change) - moved(a.change) || commentsOf(b.now) - commentsOf(a.now));
}

type Change = ReturnType<typeof markTogether>[number];

const moved = (change: Change): number => (change && change.mark !== 'none' ? Math.abs(change.value) : 0);

function sayAbout(n: number, within: string, against: string, ordered: boolean): string {
  const said = t(
    '{within}: {n, plural, one {# comment} other {# comments}}. A comment can speak of several things. {against}',
    { within, n, against },
  );
  return ordered ? [said, t('What came up clearly more or less often stands first.')].join(' ') : said;
}

/** Net emotion of those who spoke of it; null when too few said how they felt. */
function sayNet({ felt, good, bad }: ThemeCount): string | null {
  if (felt < FEWEST_FOR_A_SCORE) return null;
  return t('net emotion {net}', { net: saySigned(netEmotion({ good, bad, n: felt }).value * 100, 0) });
}

/** How its share of all comments moved, in points, with the interval of the difference. */
function sayMoved(change: Change) {
  if (!change) return null;
  const values = { points: sayScore(Math.abs(change.value)), range: sayInterval(change) };
  if (change.mark === 'none') return { mark: null, text: t('No clear change in its share ({range} points)', values) };
  return change.mark === 'up'
    ? { mark: '↑', text: t('Its share is up {points} points ({range})', values) }
    : { mark: '↓', text: t('Its share is down {points} points ({range})', values) };
}
