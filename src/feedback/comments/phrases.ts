/**
 * A search with phrases ('sent' <-> 'elsewhere'), as PostgreSQL writes it. The index of words does not know their places, so
 * it is asked for comments that hold the words, and what it finds is read for their order.
 */
import { NOBODYS } from './comment-lexemes.js';

const TOKENS = /'(?:[^'\\]|''|\\.)*'|<(?:-|\d+)>|[!&|()]/g;

export const hasPhrase = (tsquery: string) => tokensOf(tsquery).some(isOrder);

/** What the index can tell: every comment that fits holds it, and others may. Example: `'sent' & 'elsewhere'`. */
export function withoutOrder(tsquery: string): string {
  const tokens = tokensOf(tsquery);
  const kept: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const end = refusedPhrase(tokens, at);
    kept.push(end === null ? wordsOf(tokens[at] ?? '') : `!'${NOBODYS}'`);
    at = end ?? at;
  }
  return kept.join(' ');
}

/** Where the group ends that is not to be found in this order; null when none begins here. Its words are welcome apart. */
function refusedPhrase(tokens: readonly string[], at: number): number | null {
  if (tokens[at] !== '!' || tokens[at + 1] !== '(') return null;
  const end = tokens.indexOf(')', at);
  return tokens.slice(at, end).some(isOrder) ? end : null;
}

const tokensOf = (tsquery: string) => tsquery.match(TOKENS) ?? [];

const isOrder = (token: string) => token.startsWith('<');

const wordsOf = (token: string) => (isOrder(token) ? '&' : token);
