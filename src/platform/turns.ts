import { TooBusy } from './errors.js';

/**
 * So many at a time in this process; whoever comes then waits for a turn in memory, in order. For work that holds a connection
 * while it waits for a lock of the database: pages need the connections that a dozen of such requests would take.
 */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly patienceMs: number,
  ) {}

  /** @throws TooBusy when nobody of those before has ended in time */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.most) this.running += 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(late);
        resolve();
      };
      const late = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(begin), 1);
        reject(new TooBusy());
      }, this.patienceMs);
      this.waiting.push(begin);
    });
  }
}
