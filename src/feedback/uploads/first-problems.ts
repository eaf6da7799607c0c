import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { problemsIn } from './problems-found.js';

const PROBLEM_BYTES = 200_000;

/** The beginning of the list of rejected lines, which the dry run has just written. */
export async function firstProblems(path: string | null): Promise<ReturnType<typeof problemsIn>> {
  if (path === null) return problemsIn([]);
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PROBLEM_BYTES), 0, PROBLEM_BYTES, 0);
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    const whole = bytesRead < PROBLEM_BYTES ? text : text.slice(0, text.lastIndexOf('\n') + 1);
    return problemsIn(parse(whole, { relax_column_count: true, relax_quotes: true }) as string[][]);
  } catch {
    return problemsIn([]);
  } finally {
    await file.close();
  }
}
