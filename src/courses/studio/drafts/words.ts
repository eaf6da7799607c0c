import { t } from '../../../platform/language/t.js';

/**
 * What was done to a draft, as the history keeps it: a message with its values, so that everybody reads it in their own
 * language, whoever did it. A message without values is kept as it is.
 * @param message marked with `msg`
 * @param values texts; one that is itself a message or words is said in the reader's language too
 */
export function inWords(message: string, values: Record<string, string>): string {
  return JSON.stringify([message, values]);
}

/** What the history keeps, for whoever reads it now. */
export function sayWords(kept: string): string {
  const read = readWords(kept);
  if (read === null) return t(kept);
  const { message, values } = read;
  const said = Object.entries(values).map(([name, value]) => [name, sayWords(value)] as const);
  return t(message, Object.fromEntries(said));
}

function readWords(kept: string): { message: string; values: Record<string, string> } | null {
  if (!kept.startsWith('[')) return null;
  try {
    const [message, values] = JSON.parse(kept) as [string, Record<string, string>];
    return { message, values };
  } catch {
    return null;
  }
}
