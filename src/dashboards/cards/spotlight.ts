/** The places that the first and the last card of a page are about. */
import { scoreOf } from '../../feedback/metrics/score.js';
import { driverToWorkOn, isSlipping } from '../../feedback/metrics/standing.js';
import type { Tally } from '../../feedback/metrics/counts.js';
import { standsThere } from '../as-of/as-of.js';
import type { Row } from '../table/rows.js';
import { attentionKey, praiseKey } from './card.js';
import { type Gain, gainOf, type Importance } from './gain.js';

export interface Candidate<R extends Row = Row> {
  row: R;
  gain: Gain;
}

export interface Spotlight<R extends Row = Row> {
  /** Those that clearly need somebody, the most to gain first, without what was put aside. */
  troubled: Candidate<R>[];
  /** The one to thank; null when nothing is clear enough to say. */
  praised: R | null;
}

interface Around {
  /** Ease of everything together. */
  whole?: Tally | null;
  /** Keys of cards that the reader put aside. */
  aside?: ReadonlySet<string>;
  importance?: Importance;
}

/** A place that clearly slips, or has a clear weak driver and enough answers, is a candidate; nothing else is. */
export function spotlight<R extends Row>(rows: readonly R[], around: Around = {}): Spotlight<R> {
  const { whole = null, aside = new Set<string>() } = around;
  const ease = whole && scoreOf(whole);
  const troubled = inNeed(rows, around).filter(({ row }) => !aside.has(attentionKey(row.place.code)));
  const others = rows.filter((row) => row !== troubled[0]?.row && !aside.has(praiseKey(row.place.code)));
  return { troubled, praised: toPraise(others, ease?.value ?? 0) };
}

/** The same rows with a mark on the one that needs somebody most, so that a table begins with what the first card names. */
export function withFirst<R extends Row>(rows: readonly R[], around: Omit<Around, 'aside'>): R[] {
  const there = rows.filter(({ place }) => standsThere(place));
  const most = inNeed(there, around)[0]?.row;
  return rows.map((row) => (row === most ? { ...row, first: true } : row));
}

/** Whoever needs somebody, the most to gain first. */
function inNeed<R extends Row>(rows: readonly R[], { whole = null, importance }: Around): Candidate<R>[] {
  const ease = whole && scoreOf(whole);
  return rows
    .filter(({ standing }) => needsSomebody(standing))
    .map((row) => ({ row, gain: gainOf(row, ease?.value ?? null, importance) }))
    .sort((a, b) => b.gain.worth - a.gain.worth || easeOf(a.row) - easeOf(b.row));
}

function needsSomebody(standing: Row['standing']): boolean {
  return isSlipping(standing) || (driverToWorkOn(standing) !== null && standing.ease?.standing === 'firm');
}

/**
 * The one that clearly rose most, else the one whose score is surely highest (by the low end of its interval) and surely above
 * everything together.
 */
function toPraise<R extends Row>(rows: readonly R[], whole: number): R | null {
  const firm = rows.filter(({ standing }) => standing.ease?.standing === 'firm' && !isSlipping(standing));
  const rose = firm
    .filter(({ standing }) => standing.change?.mark === 'up')
    .sort((a, b) => (b.standing.change?.value ?? 0) - (a.standing.change?.value ?? 0));
  const high = firm.filter(({ standing }) => (standing.ease?.low ?? 0) > whole);
  const surest = high.sort((a, b) => (b.standing.ease?.low ?? 0) - (a.standing.ease?.low ?? 0));
  return rose[0] ?? surest[0] ?? null;
}

const easeOf = ({ standing }: Row): number => standing.ease?.value ?? 101;
