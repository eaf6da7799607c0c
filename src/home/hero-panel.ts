/** What the painted panel at the top of home says: one thing to do next. */
export interface Hero {
  eyebrow: string | null;
  title: string;
  lede: string | null;
  action: { text: string; path: string };
  meta: string | null;
  /** One bar a day of the running week. */
  days: { css: 'is-done' | 'is-today' | '' }[] | null;
  /** The shop of a themed week instead of the counter. */
  week: boolean;
}
