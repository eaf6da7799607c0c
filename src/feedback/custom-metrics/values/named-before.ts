/** Which places and periods have come already in a file or a batch, and where first; of each the first counts. */
import type { IsoDate } from '../../../platform/dates.js';

/** Places that share a piece of memory. */
const PAGE = 256;

/** Four bytes for each value: a file of some five million takes no more than twenty megabytes. */
export class NamedBefore {
  /** Places in the order in which they came, so that a file about few of them needs little. */
  private readonly order = new Map<number, number>();
  private readonly periods = new Map<IsoDate, Uint32Array[]>();

  /** Where the place and period came first; null when it is here, which is remembered. `line` is less than 4 billion. */
  first(placeId: number, startsOn: IsoDate, line: number): number | null {
    const at = this.orderOf(placeId);
    const pages = this.pagesOf(startsOn);
    const page = (pages[Math.floor(at / PAGE)] ??= new Uint32Array(PAGE));
    const before = page[at % PAGE]!;
    if (before > 0) return before - 1;
    page[at % PAGE] = line + 1;
    return null;
  }

  private orderOf(placeId: number): number {
    const known = this.order.get(placeId);
    if (known !== undefined) return known;
    this.order.set(placeId, this.order.size);
    return this.order.size - 1;
  }

  private pagesOf(startsOn: IsoDate): Uint32Array[] {
    const known = this.periods.get(startsOn);
    if (known) return known;
    const pages: Uint32Array[] = [];
    this.periods.set(startsOn, pages);
    return pages;
  }
}
