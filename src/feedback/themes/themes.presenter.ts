import { markTogether, shareDifference } from '../metrics/change.js';
import { sparkline } from '../../platform/charts/sparkline.js';
import { addDays, type IsoDate, londonDate } from '../../platform/dates.js';
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayMoment, sayNumber, sayPercent } from '../../platform/say.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { writeFilter } from '../comments/comment-filter.js';
import { commentsPath, importsPath, newThemePath, themeEditionsPath, themePath, themesPath } from '../paths.js';
import { weeksUpTo } from '../metrics/period.js';
import type { Edition } from './editions.queries.js';
import { themeName } from './published-theme.js';
import { ANY_COMMENT, type ThemeCount } from './theme-counts.queries.js';
import type { WrittenTheme } from './themes.queries.js';

/** Counts are of as many closed weeks, held against as many before. */
export const TREND_WEEKS = 13;

export interface ThemesFacts {
  written: readonly WrittenTheme[];
  editions: readonly Edition[];
  current: Edition | null;
  sums: ReadonlyMap<number, { now?: ThemeCount; earlier?: ThemeCount }>;
  weekly: readonly { themeId: number; week: IsoDate; comments: number }[];
  /** The Monday of the last closed week. */
  last: IsoDate;
}

/** All themes with what they count, and the editions, as they are printed. */
export function themesPage(facts: ThemesFacts, { problems, token }: { problems: readonly Problem[]; token(): string }) {
  const building = facts.editions.find(({ state }) => state === 'building') ?? null;
  return {
    title: t('What comments speak of'),
    sub: t('Themes and their rules. Counts are of the last 13 weeks of the whole network.'),
    back: { text: t('Back to imports of customer feedback'), href: importsPath },
    action: { text: t('Add a theme'), path: newThemePath },
    problems: presentProblems(problems),
    rows: rowsOf(facts),
    csv: `${themesPath}.csv`,
    publish: building ? null : { path: themeEditionsPath, token: token(), waiting: sayWaiting(facts) },
    building: building && sayBuilding(building),
    editions: facts.editions.map((edition) => ({
      text: sayEdition(edition),
      again:
        edition.state === 'past' && !building
          ? { path: `${themeEditionsPath}/${edition.id}/returns`, token: token() }
          : null,
    })),
  };
}

function rowsOf({ written, current, sums, weekly, last }: ThemesFacts) {
  const weeks = Array.from({ length: TREND_WEEKS }, (_, i) => addDays(last, -7 * (TREND_WEEKS - 1 - i)));
  const [all, before] = [sums.get(ANY_COMMENT)?.now?.comments ?? 0, sums.get(ANY_COMMENT)?.earlier?.comments ?? 0];
  const changes = markTogether(
    written.map(({ id }) => {
      const { now, earlier } = sums.get(id) ?? {};
      return shareDifference(
        { n: all, top: now?.comments ?? 0, sum: 0 },
        { n: before, top: earlier?.comments ?? 0, sum: 0 },
      );
    }),
  );
  const { from, to } = weeksUpTo(last, TREND_WEEKS);
  return written.map((theme, index) => {
    const n = sums.get(theme.id)?.now?.comments ?? 0;
    const byWeek = new Map(weekly.filter(({ themeId }) => themeId === theme.id).map((one) => [one.week, one.comments]));
    return {
      name: themeName(theme),
      href: themePath(theme.key),
      driver: theme.driver ? t(DRIVER_NAMES[theme.driver]) : t('No driver'),
      n: sayNumber(n),
      comments: n > 0 ? writeFilter(commentsPath('/dashboard'), { theme: theme.key, from, to: addDays(to, 6) }) : null,
      share: all > 0 ? sayPercent(n / all) : '–',
      spark: sparkline({ values: weeks.map((week) => byWeek.get(week) ?? 0) }),
      change: CHANGE[changes[index]?.mark ?? 'none'](),
      state: stateOf(theme, current),
    };
  });
}

const CHANGE = {
  up: () => t('More often'),
  down: () => t('Less often'),
  none: () => t('No clear change'),
};

/** What of a theme the pages do not show yet. */
function stateOf(theme: WrittenTheme, current: Edition | null): string {
  const published = current?.themes.find(({ id }) => id === theme.id);
  if (theme.failing) return t('Draft: an example comes out otherwise');
  if (theme.retired) return published ? t('Retired with the next edition') : t('Retired');
  if (!published) return t('Not published yet');
  const same = (['driver', 'nameEn', 'nameCy', 'en', 'cy'] as const).every((name) => published[name] === theme[name]);
  return same ? t('Published') : t('Changed since it was published');
}

function sayWaiting(facts: ThemesFacts): string {
  const published = t('Published');
  const n = rowsOf(facts).filter(({ state }) => state !== published && state !== t('Retired')).length;
  return t(
    '{n, plural, =0 {Everything that is written is published.} one {# theme differs from what is published.} other {# themes differ from what is published.}} Publishing reads every comment again, about three minutes for a million comments; until that is done, pages go by the old rules.',
    { n },
  );
}

function sayBuilding({ read }: Edition): string {
  return t(
    'A new edition is being built: {n, plural, one {# comment} other {# comments}} read so far. Pages go by the old one meanwhile. Load the page anew to see how far it is.',
    { n: read },
  );
}

function sayEdition({ id, state, publishedAt, publishedBy, againOf, themes }: Edition): string {
  const values = {
    id: String(id),
    n: themes.length,
    moment: sayMoment(publishedAt),
    name: publishedBy ?? t('as the product came'),
    again: String(againOf ?? ''),
    state: STATE[state](),
  };
  if (againOf === null)
    return t('Edition {id}: {n, plural, one {# theme} other {# themes}}, {moment}, {name}. {state}', values);
  return t(
    'Edition {id}, which is edition {again} again: {n, plural, one {# theme} other {# themes}}, {moment}, {name}. {state}',
    values,
  );
}

const STATE = {
  building: () => t('Being built.'),
  current: () => t('Pages go by it.'),
  past: () => t('No longer in use.'),
};

export function themesCsv(facts: ThemesFacts) {
  type Row = ReturnType<typeof rowsOf>[number];
  return csvDownload(
    `themes-${londonDate(new Date(`${facts.last}T12:00:00Z`))}.csv`,
    [
      { heading: t('Theme'), of: ({ name }: Row) => name },
      { heading: t('Driver'), of: ({ driver }: Row) => driver },
      { heading: t('Comments up to {day}', { day: sayFullDate(addDays(facts.last, 6)) }), of: ({ n }: Row) => n },
      { heading: t('Share of comments'), of: ({ share }: Row) => share },
      { heading: t('Compared with the 13 weeks before'), of: ({ change }: Row) => change },
      { heading: t('State'), of: ({ state }: Row) => state },
    ],
    rowsOf(facts),
  );
}
