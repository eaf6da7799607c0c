/** Half a character can be posted or written in JSON, and PostgreSQL does not take it: a replacement stands for it. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(/\\ud[89a-f][0-9a-f]{2}/gi, '\\ufffd');
}

/** The same document with whole characters only. */
export function wholeLetters<T>(value: T): T {
  return JSON.parse(jsonText(value)) as T;
}
