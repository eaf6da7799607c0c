import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';

/**
 * A connection remembers every statement it has prepared. Ours are a few hundred; what is put together at run time beyond
 * that is planned anew each time.
 */
const MOST = 1_000;

const names = new Map<string, string>();

/**
 * The statement under a name of its own, so that a connection parses and plans it once: planning costs more than running
 * for most of what a page reads.
 */
export function prepared(text: string, values: unknown[]): QueryConfig {
  const name = nameOf(text);
  return name === null ? { text, values } : { name, text, values };
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST) return null;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}
