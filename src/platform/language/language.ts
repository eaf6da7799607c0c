import { AsyncLocalStorage } from 'node:async_hooks';

/** The languages of the interface. Courses and campaigns have their own, which the author writes them in. */
export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words, as a switch shows it. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', cy: 'Cymraeg' };

const current = new AsyncLocalStorage<Language>();

/** Runs a request, or the writing of one message, in its reader's language. */
export function inLanguage<T>(language: Language, work: () => T): T {
  return current.run(language, work);
}

/** English where nobody reads: jobs, the command line, start-up. */
export function language(): Language {
  return current.getStore() ?? 'en';
}

/** BCP 47, for dates, numbers and the page's `lang`. */
export function locale(): string {
  return language() === 'cy' ? 'cy-GB' : 'en-GB';
}

export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value);
}
