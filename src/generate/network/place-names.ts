import type { Chance } from '../chance.js';
import type { Nation } from './layout.js';
import { PLACE_PARTS, QUARTERS, SHOPS } from './place-parts.js';

const TRIES = 6;

/** Invented names of places: different ones throughout an area, and throughout the network for as long as there are any. */
export class PlaceNames {
  private readonly everywhere = new Set<string>();
  private here = new Set<string>();

  constructor(private readonly chance: Chance) {}

  /** From here on the units of another area are named. */
  enterArea(): void {
    this.here = new Set();
  }

  /** A town or village. */
  settlement(nation: Nation): string {
    return this.fresh((tries) => (tries < TRIES ? this.place(nation) : this.quarter(nation)));
  }

  /** A shop in which one can pay. */
  shop(nation: Nation): string {
    return this.fresh(() => `${this.place(nation)} ${this.chance.pick(SHOPS)}`);
  }

  /** Keeps a name for a place of which a story is told. */
  take(name: string): void {
    this.everywhere.add(name);
  }

  private fresh(draw: (tries: number) => string): string {
    for (let tries = 0; ; tries += 1) {
      const name = draw(tries);
      if (this.here.has(name) || (tries < TRIES && this.everywhere.has(name))) continue;
      this.here.add(name);
      this.everywhere.add(name);
      return name;
    }
  }

  /** A second counter in a place that has one already. */
  private quarter(nation: Nation): string {
    return `${this.place(nation)} ${this.chance.pick(QUARTERS)}`;
  }

  private place(nation: Nation): string {
    const { starts, ends, joint } = PLACE_PARTS[nation];
    return this.chance.pick(starts) + joint + this.chance.pick(ends);
  }
}
