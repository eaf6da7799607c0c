/** What other rules would change: tried on comments before anything is published. */
import { matcherOf, type Span } from './matcher.js';

export interface Trial {
  /** Comments that were looked at, and how many of them the theme has by either rules. */
  of: number;
  before: number;
  after: number;
  /** Those that only the new rules find, with where; and those that only the old ones did. */
  gained: { comment: string; spans: Span[] }[];
  lost: { comment: string; spans: Span[] }[];
}

type Rules = { en: string; cy: string };

/** @param published the rules that pages go by; null for a theme that is new */
export function tryOut(comments: readonly string[], published: Rules | null, written: Rules): Trial {
  const [old, fresh] = [published ?? { en: '', cy: '' }, written].map((rules) => matcherOf([{ id: 0, ...rules }]));
  const both = comments.map((comment) => ({
    comment,
    was: old?.(comment)[0]?.spans ?? [],
    is: fresh?.(comment)[0]?.spans ?? [],
  }));
  const only = (these: 'was' | 'is', others: 'was' | 'is') =>
    both
      .filter((one) => one[these].length > 0 && one[others].length === 0)
      .map((one) => ({ comment: one.comment, spans: one[these] }));
  return {
    of: comments.length,
    before: both.filter(({ was }) => was.length > 0).length,
    after: both.filter(({ is }) => is.length > 0).length,
    gained: only('is', 'was'),
    lost: only('was', 'is'),
  };
}

/** A comment in pieces, those that a rule found marked; spans that overlap are one. */
export function inPieces(comment: string, spans: readonly Span[]): { text: string; found: boolean }[] {
  const pieces: { text: string; found: boolean }[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) pieces.push({ text: comment.slice(at, from), found: false });
    pieces.push({ text: comment.slice(from, end), found: true });
    at = end;
  }
  if (at < comment.length) pieces.push({ text: comment.slice(at), found: false });
  return pieces;
}
