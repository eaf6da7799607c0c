/** How somebody who waits hears how it goes. */
export interface Tell {
  /** What is counted, how many are done, and of how many, null when nobody knows. */
  counting(what: string): (done: number, total: number | null) => void;
  say(line: string): void;
}
