import type { ProblemsView } from '../platform/web/form.js';

/** What is wrong with each of these fields, null where nothing is: a template prints only what is there. */
export function errorsOf(problems: ProblemsView, fields: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(fields.map((field) => [field, problems?.by[field] ?? null]));
}
