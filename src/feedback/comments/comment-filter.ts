/** What somebody looks for among comments: read from the address of the page and written into it, so that a link shows the same. */
import { DRIVERS, type Driver } from '../../platform/drivers.js';
import { type Emotion, EMOTIONS } from '../../platform/emotions.js';
import { addDays, type IsoDate, isIsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { UNIT_KINDS, type UnitKind } from '../../network/imports/codes.js';

export const EASES = ['poor', 'middling', 'good'] as const;
/** An ease of 1 or 2, of 3, of 4 or 5. */
export type EaseBand = (typeof EASES)[number];

export interface CommentFilter {
  /** As typed: words, “phrases”, -without, or. */
  words: string;
  driver: Driver | null;
  /** A theme's key. */
  theme: string | null;
  felt: Emotion | null;
  ease: EaseBand | null;
  kind: UnitKind | null;
  /** London days, both included. */
  from: IsoDate | null;
  to: IsoDate | null;
  /** Those that are older than this response; null for the newest. */
  after: number | null;
}

export interface FilterRead {
  filter: CommentFilter;
  /** What cannot be, in a sentence; then it is left out. */
  problem: string | null;
  /** Days were widened to whole months. */
  byMonth?: boolean;
}

const LONGEST = 200;

export function readFilter(query: Record<string, unknown>): FilterRead {
  const { from, to, problem } = days(textOf(query.from), textOf(query.to));
  const after = textOf(query.after);
  return {
    filter: {
      words: textOf(query.q).slice(0, LONGEST),
      driver: oneOf(DRIVERS, query.driver),
      theme: /^[a-z0-9-]{1,60}$/.test(textOf(query.theme)) ? textOf(query.theme) : null,
      felt: oneOf(EMOTIONS, query.felt),
      ease: oneOf(EASES, query.ease),
      kind: oneOf(UNIT_KINDS, query.kind),
      from,
      to,
      after: /^[1-9]\d{0,14}$/.test(after) ? Number(after) : null,
    },
    problem,
  };
}

/** The same in an address: what is not asked for is left out. */
export function writeFilter(path: string, { words, after, ...rest }: Partial<CommentFilter>): string {
  const query = new URLSearchParams();
  if (words) query.set('q', words);
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  if (after) query.set('after', String(after));
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

/** Whether anything but the place is asked for. */
export function narrows(filter: CommentFilter): boolean {
  return Object.entries(filter).some(([name, value]) => name !== 'after' && value !== null && value !== '');
}

function days(from: string, to: string): { from: IsoDate | null; to: IsoDate | null; problem: string | null } {
  const none = { from: null, to: null };
  if ((from !== '' && !isIsoDate(from)) || (to !== '' && !isIsoDate(to)))
    return { ...none, problem: t('Give days that are on the calendar.') };
  if (from !== '' && to !== '' && from > to)
    return { ...none, problem: t('The first day lies after the last one: swap them.') };
  return { from: from || null, to: to || null, problem: null };
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | null {
  return known.find((one) => one === value) ?? null;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\u0000', '').trim() : '');

/** The weeks of a choice as the days that the form holds. */
export const daysOfWeeks = ({ from, to }: { from: IsoDate; to: IsoDate }) => ({ from, to: addDays(to, 6) });
