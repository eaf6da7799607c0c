/**
 * How a command talks: its answer on standard output and nothing else there, so that `--json` is one document that a
 * program can read; progress and complaints on standard error.
 */

/** What the shell is told. */
export const EXIT = { done: 0, nothingDone: 1, doneWithRejects: 2 } as const;

/** Of an import that read so many rows and could not take so many of them. */
export function exitCode({ read, rejected }: { read: number; rejected: number }): (typeof EXIT)[keyof typeof EXIT] {
  if (rejected === 0) return EXIT.done;
  return rejected === read ? EXIT.nothingDone : EXIT.doneWithRejects;
}

const EVERY_MS = 5_000;

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Milliseconds by what they were spent on. @example 'Time spent on reading: 4.1 s' */
export function sayTimes(milliseconds: Readonly<Record<string, number>>): void {
  const steps = Object.entries(milliseconds).map(([step, time]) => `${step}: ${(time / 1000).toFixed(1)} s`);
  say(`Time spent on ${steps.join(', ')}`);
}

/** The command's one answer: a JSON document for programs, or lines for people. */
export function answer(asJson: boolean, document: object, lines: string[]): void {
  const text = asJson ? JSON.stringify(document) : lines.join('\n');
  process.stdout.write(`${text}\n`);
}

/**
 * A line that counts up while something long goes on: rewritten in place on a terminal, a new line every five seconds
 * elsewhere. `total` is null when nobody knows it.
 */
export function progress(what: string): (done: number, total: number | null) => void {
  const inPlace = process.stderr.isTTY === true;
  let saidAt = inPlace ? 0 : Date.now();
  return (done, total) => {
    const finished = total !== null && done >= total;
    if (Date.now() - saidAt < (inPlace ? 100 : EVERY_MS) && !(finished && inPlace)) return;
    saidAt = Date.now();
    const line = progressLine(what, done, total);
    process.stderr.write(inPlace ? `\r${line}${finished ? '\n' : ''}` : `${line}\n`);
  };
}

/** @example progressLine('Rows', 1200, 3882) // 'Rows: 1,200 of 3,882 (30%)' */
export function progressLine(what: string, done: number, total: number | null): string {
  const number = (value: number) => value.toLocaleString('en-GB');
  if (total === null || total === 0) return `${what}: ${number(done)}`;
  return `${what}: ${number(done)} of ${number(total)} (${Math.floor((done / total) * 100)}%)`;
}
