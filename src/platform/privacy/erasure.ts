import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';

/** What a module lets go of when somebody who has left is made anonymous. What is counted (completions, answers) stays. */
export interface Erasure {
  /** `module.thing`. */
  kind: string;
  /** What goes, in the reader's language. */
  what(): string;
  /** One statement for all of them; run again it changes nothing. */
  apply(tx: Tx, personIds: readonly number[]): Promise<void>;
}

/** What every module erases of a leaver; collected from `@Privacy` at start. */
@Injectable()
export class Erasures {
  private readonly known = new Map<string, Erasure>();

  register(...erasures: readonly Erasure[]): void {
    for (const erasure of erasures) {
      if (this.known.has(erasure.kind)) throw new Error(`Two erasures are called ${erasure.kind}.`);
      this.known.set(erasure.kind, erasure);
    }
  }

  get all(): readonly Erasure[] {
    return [...this.known.values()];
  }
}
