/** The beginning of a list of rejected lines, which a dry run has just written. */
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

/** One rejected line as the list names it. */
export interface Problem {
  line: number;
  column: string;
  reason: string;
}

const HEAD_BYTES = 200_000;
const PROBLEMS_SHOWN = 50;

/** The first records, heading first: line, column, reason and what else it holds. None where there is no list. */
export async function firstRejects(path: string | null): Promise<string[][]> {
  if (path === null) return [];
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    const whole = bytesRead < HEAD_BYTES ? text : text.slice(0, text.lastIndexOf('\n') + 1);
    return parse(whole, { relax_column_count: true, relax_quotes: true });
  } catch {
    return [];
  } finally {
    await file.close();
  }
}

/** Those that a page lists. @param records with their heading */
export function problemsOf([, ...rows]: readonly (readonly string[])[]): Problem[] {
  return rows
    .slice(0, PROBLEMS_SHOWN)
    .map(([line, column = '', reason = '']) => ({ line: Number(line), column, reason }));
}
