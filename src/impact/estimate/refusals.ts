/** Lines of a file that a panel cannot take: all are looked for before any is named, so that a file is put right at once. */
import { RuleBroken } from '../../platform/errors.js';

interface Refused {
  line: number;
  reason: string;
}

const SHOWN = 20;
/** Before those that will not be shown are let go. */
const KEPT = 1_000;

export class Refusals {
  private count = 0;
  private first: Refused[] = [];

  /** @param reason a sentence that goes on from "Line 12: " */
  add(line: number, reason: string): void {
    this.count += 1;
    this.first.push({ line, reason });
    if (this.first.length > KEPT) this.first = firstOf(this.first);
  }

  /** @throws RuleBroken when there is any */
  throwAny(): void {
    if (this.count === 0) return;
    const lines = this.count === 1 ? 'One line cannot' : `${this.count.toLocaleString('en-GB')} lines cannot`;
    const shown = firstOf(this.first);
    const more = this.count - shown.length;
    throw new RuleBroken(
      [
        `${lines} be used, so nothing was estimated. Put right or leave out:`,
        ...shown.map(({ line, reason }) => `Line ${line}: ${reason}`),
        ...(more > 0 ? [`… and ${more.toLocaleString('en-GB')} more.`] : []),
      ].join('\n'),
    );
  }
}

/** The foremost in the file. */
const firstOf = (refused: readonly Refused[]) =>
  [...refused].sort((one, other) => one.line - other.line).slice(0, SHOWN);
