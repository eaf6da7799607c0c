/** The same things in the same order; the next one can be begun while the last one is still worked on. */
export class OneAhead<T> {
  private coming: Promise<IteratorResult<T, void>> | null = null;

  constructor(private readonly source: AsyncGenerator<T, void>) {}

  /** Begins the next one, unless that has been done. What fails in the making is told by `next`. */
  begin(): void {
    this.coming ??= this.source.next();
    this.coming.catch(() => undefined);
  }

  /** Null when there are no more. */
  async next(): Promise<T | null> {
    this.begin();
    const next = await this.coming!;
    this.coming = null;
    return next.done === true ? null : next.value;
  }

  /** Leaves nothing running behind. */
  async stop(): Promise<void> {
    await this.coming?.catch(() => undefined);
    await this.source.return();
  }
}
