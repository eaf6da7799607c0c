/** The same things in the same order; the next one can be begun while the last one is still worked on. */
export class OneAhead<T> {
  private coming: Promise<IteratorResult<T, void>> | null = null;

  constructor(private readonly source: AsyncGenerator<T, void>) {}

  /** Begins the next one, unless that has been done. What fails in the making is told by `next`. */
  begin(): void {
    this.coming ??= this.source.next();
    this.coming.catch(() => undefined);
  }

  /** Works on each in turn, and leaves nothing running behind; the work says when the next one may `begin`. */
  async each(work: (one: T) => Promise<void>): Promise<void> {
    try {
      for (let one = await this.next(); one !== null; one = await this.next()) await work(one);
    } finally {
      await this.stop();
    }
  }

  /** Null when there are no more. */
  async next(): Promise<T | null> {
    this.begin();
    const next = await this.coming!;
    this.coming = null;
    return next.done === true ? null : next.value;
  }

  async stop(): Promise<void> {
    await this.coming?.catch(() => undefined);
    await this.source.return();
  }
}
