/** What an import spends its time on, for whoever wants to know why one is slow. */

export type Step = 'reading' | 'mapping' | 'staging' | 'comparing' | 'rollups' | 'storing' | 'checkpoint';

/** Milliseconds by step. Reading and mapping go on beside the database: the steps add up to more than the clock shows. */
export class TimeSpent {
  readonly milliseconds: Record<Step, number> = {
    ...{ reading: 0, mapping: 0, staging: 0, comparing: 0, rollups: 0, storing: 0, checkpoint: 0 },
  };
  /** Cells of the rollups that were written. */
  cells = 0;

  /** @param now milliseconds of a clock that only goes forward; without one nothing is timed */
  constructor(private readonly now = () => 0) {}

  async on<T>(step: Step, work: () => Promise<T>): Promise<T> {
    const begun = this.now();
    try {
      return await work();
    } finally {
      this.milliseconds[step] += this.now() - begun;
    }
  }

  /** For work that waits for nothing. */
  during<T>(step: Step, work: () => T): T {
    const begun = this.now();
    const result = work();
    this.milliseconds[step] += this.now() - begun;
    return result;
  }
}
