import { unitPath } from '../../network/paths.js';
import { UNIT_KINDS } from '../../network/imports/codes.js';
import { sayKind } from '../../network/tree/unit-words.js';
import { londonDate } from '../../platform/dates.js';
import { DRIVER_NAMES, DRIVERS } from '../../platform/drivers.js';
import { EMOTION_NAMES, emotionOf, EMOTIONS } from '../../platform/emotions.js';
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate, sayMoment, sayMonth, sayNumber } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { commentsPath } from '../paths.js';
import { type PublishedTheme, themeName } from '../themes/published-theme.js';
import { type CommentFilter, type EaseBand, EASES, type FilterRead, narrows, writeFilter } from './comment-filter.js';
import type { CommentPlace } from './comment-places.service.js';
import { type FoundComment, MOST_COUNTED, MOST_LOOKED_AT, type Stopped } from './comment-search.queries.js';
import { highlighted } from './highlighted.js';
import { sayAnswered } from './say-answered.js';
import { BY_MONTH, BY_MONTH_AMONG } from './whole-months.js';

export const COMMENTS_A_PAGE = 25;

const EASE_WORDS: Record<EaseBand, string> = {
  poor: msg('Hard (1 or 2)'),
  middling: msg('In between (3)'),
  good: msg('Easy (4 or 5)'),
};

export interface CommentsFound {
  /** One more than a page when there are older ones. */
  found: readonly FoundComment[];
  /** Null on the pages after the first. */
  total: number | null;
  /** Where the search gave up before it had a page, or had counted enough. */
  stopped: Stopped | null;
  /** The comment that the page begins after was taken away. */
  lost: boolean;
  themes: readonly PublishedTheme[];
  reading: { readAt: Date | null; waiting: boolean };
  /** Nothing was looked for, since every comment holds the words. */
  onlyCommon: boolean;
}

/** The comments of a place as they are printed. */
export function commentsPage(place: CommentPlace, { filter, problem, byMonth }: FilterRead, all: CommentsFound) {
  const here = commentsPath(place.path);
  const shown = all.found.slice(0, COMMENTS_A_PAGE);
  const older = olderAfter(all, shown);
  const address = (change: Partial<CommentFilter>) => writeFilter(here, { ...filter, after: null, ...change });
  return {
    title: t('What customers wrote: {place}', { place: place.name }),
    sub: sayTotal(all),
    back: { text: t('Back to {name}', { name: place.name }), href: place.path },
    problems: problem === null ? null : { list: [{ text: problem, href: '#from' }] },
    form: formOf(place, here, filter, all.themes),
    byMonth: sayByMonth(byMonth ?? false, place, shown),
    reset: narrows(filter) ? here : null,
    chosen: chosenOf(filter, all.themes, address),
    comments: shown.map((comment) => commentOf(comment, place, all.themes, address)),
    none: shown.length === 0 ? sayNone(filter, all) : null,
    stopped: shown.length > 0 && all.stopped !== null && all.stopped.id === older ? sayStopped(all.stopped) : null,
    csv: csvPath(address({})),
    older: older === null ? null : address({ after: older }),
    newest: filter.after === null ? null : address({}),
    reading: sayReading(all.reading),
  };
}

function sayByMonth(widened: boolean, { level }: CommentPlace, shown: readonly FoundComment[]): string | null {
  if (widened) return t(BY_MONTH);
  return level !== 'unit' && shown.some(({ smallUnit }) => smallUnit) ? t(BY_MONTH_AMONG) : null;
}

/** The comment that the next page begins after; null when there is none. */
function olderAfter({ found, stopped }: CommentsFound, shown: readonly FoundComment[]): number | null {
  if (found.length > shown.length) return shown.at(-1)?.id ?? null;
  return stopped?.id ?? null;
}

function sayTotal({ total, stopped }: CommentsFound): string {
  if (total === null) return t('Older comments');
  if (total > MOST_COUNTED) return t('More than {n} comments, newest first', { n: sayNumber(MOST_COUNTED) });
  if (stopped === null) return t('{n, plural, one {# comment} other {# comments}}, newest first', { n: total });
  if (total === 0) return t('None found yet');
  return t('At least {n, plural, one {# comment} other {# comments}}, newest first', { n: total });
}

function sayStopped({ at }: Stopped): string {
  return t(
    'The search stopped after {n} comments that might have fitted, at those of {month}. “Older comments” goes on from there.',
    { n: sayNumber(MOST_LOOKED_AT), month: sayMonth(londonDate(at)) },
  );
}

function sayReading({ readAt, waiting }: CommentsFound['reading']): string | null {
  if (!waiting) return null;
  if (readAt === null) return t('The comments are being read for the first time: look again in a few minutes.');
  return t('Comments that came or changed after {moment} are being read: look again in a few minutes.', {
    moment: sayMoment(readAt),
  });
}

function sayNone(filter: CommentFilter, { onlyCommon, lost, stopped }: CommentsFound) {
  if (onlyCommon && !/[\p{L}\p{N}]/u.test(filter.words))
    return {
      title: t('There is no word to look for'),
      text: t('A search goes by words and numbers. Type one, such as: queue'),
    };
  if (onlyCommon)
    return {
      title: t('Those words are in nearly every comment'),
      text: t('Words such as “the” and “was” are left out of the search. Add a word that says what it is about.'),
    };
  if (lost)
    return {
      title: t('This page can no longer be found'),
      text: t('The answer that it follows was taken away. Go back to the newest comments.'),
    };
  if (stopped !== null) return { title: t('None found yet'), text: sayStopped(stopped) };
  if (filter.after !== null)
    return { title: t('No older comments'), text: t('These were all. Go back to the newest ones.') };
  if (narrows(filter))
    return {
      title: t('No comment fits'),
      text: t(
        'Try fewer words or another spelling, or take a filter off. Units with fewer than five comments show none.',
      ),
    };
  return {
    title: t('No comments yet'),
    text: t('Customers’ words are shown once a unit has five comments.'),
  };
}

function formOf(place: CommentPlace, path: string, filter: CommentFilter, themes: readonly PublishedTheme[]) {
  const any = (text: string) => ({ value: '', text, selected: false });
  const item = (value: string, text: string, chosen: string | null) => ({ value, text, selected: value === chosen });
  const offered = themes.filter(({ driver }) => filter.driver === null || driver === filter.driver);
  return {
    path,
    words: filter.words,
    drivers: [any(t('All drivers')), ...DRIVERS.map((driver) => item(driver, t(DRIVER_NAMES[driver]), filter.driver))],
    themes: [any(t('All themes')), ...offered.map((theme) => item(theme.key, themeName(theme), filter.theme))],
    felts: [any(t('All feelings')), ...EMOTIONS.map((felt) => item(felt, t(EMOTION_NAMES[felt]), filter.felt))],
    eases: [any(t('Any ease')), ...EASES.map((ease) => item(ease, t(EASE_WORDS[ease]), filter.ease))],
    kinds:
      place.level === 'unit'
        ? null
        : [any(t('All kinds')), ...UNIT_KINDS.map((kind) => item(kind, sayKind(kind), filter.kind))],
    from: filter.from,
    to: filter.to,
  };
}

/** Each choice with the way to be rid of it. */
function chosenOf(
  filter: CommentFilter,
  themes: readonly PublishedTheme[],
  address: (change: Partial<CommentFilter>) => string,
) {
  const theme = themes.find(({ key }) => key === filter.theme);
  const chosen: [name: keyof CommentFilter, text: string | null][] = [
    ['words', filter.words === '' ? null : t('Words: {words}', { words: filter.words })],
    ['driver', filter.driver && t(DRIVER_NAMES[filter.driver])],
    ['theme', filter.theme && (theme ? themeName(theme) : filter.theme)],
    ['felt', filter.felt && t(EMOTION_NAMES[filter.felt])],
    ['ease', filter.ease && t(EASE_WORDS[filter.ease])],
    ['kind', filter.kind && sayKind(filter.kind)],
    ['from', filter.from && t('From {day}', { day: sayFullDate(filter.from) })],
    ['to', filter.to && t('Up to {day}', { day: sayFullDate(filter.to) })],
  ];
  return chosen.flatMap(([name, text]) =>
    text === null ? [] : [{ text, href: address({ [name]: name === 'words' ? '' : null }) }],
  );
}

function commentOf(
  row: FoundComment,
  { level }: CommentPlace,
  themes: readonly PublishedTheme[],
  address: (change: Partial<CommentFilter>) => string,
) {
  const felt = emotionOf(row.emotion);
  const about = [
    felt ? t(EMOTION_NAMES[felt]) : null,
    row.ease === null ? null : t('ease {ease} of 5', { ease: row.ease }),
    sayAnswered(londonDate(row.answeredAt), row.smallUnit),
  ];
  return {
    pieces: highlighted(row.comment, row.marked),
    unit: level === 'unit' ? null : { text: row.unitName, href: unitPath(row.unitCode) },
    about: about.filter(Boolean).join(', '),
    themes: themes
      .filter(({ id }) => row.themeIds.includes(id))
      .map((theme) => ({ text: themeName(theme), href: address({ theme: theme.key, driver: null }) })),
  };
}
