import type { Chance } from '../generate/chance.js';

/** Parts of invented place names; the joins were chosen so that they sound like places without being any. */
const STARTS =
  'Aldrin Brackle Cawder Dunnow Elvin Farrin Gansel Hurrow Ilder Jessel Kettin Lorrow Mawden Nessel Orrin Pellow Quarrin Rissel Sorrin Tavil Umber Vennel Wexel Yarrin'.split(
    ' ',
  );
const ENDS =
  'beck brook bourne by cliffe combe cote croft dale den end field ford gate ham hill holme hurst leigh mead mere mouth ness port rigg shaw side stead stoke stow thorpe ton water well wick wold worth'.split(
    ' ',
  );
const WELSH =
  'Aberwyr|Bryn Tegil|Cwm Hafan|Llanfelyn|Pentre Haul|Pont Elwyn|Rhyd Fedwen|Tre Gwynant|Nant Celyn|Porth Eirin|Maes Orwig|Llan Derfyn'.split(
    '|',
  );
const QUARTERS = ['High Street', 'Market Place', 'Station Road', 'Harbour', 'North', 'Old Town', 'Mill Lane', 'Green'];

/** An endless supply of different names. */
export class PlaceNames {
  private readonly used = new Set<string>();
  private readonly welsh: string[];

  constructor(private readonly chance: Chance) {
    this.welsh = chance.shuffle(WELSH);
  }

  /** A town or village. */
  settlement(): string {
    for (;;) {
      const name = this.chance.pick(STARTS) + this.chance.pick(ENDS);
      if (this.take(name)) return name;
    }
  }

  welshSettlement(): string {
    const name = this.welsh.pop();
    return name !== undefined && this.take(name) ? name : this.settlement();
  }

  /** A second counter in a place that has one already. */
  quarterOf(settlement: string): string {
    for (;;) {
      const name = `${settlement} ${this.chance.pick(QUARTERS)}`;
      if (this.take(name)) return name;
    }
  }

  take(name: string): boolean {
    if (this.used.has(name)) return false;
    this.used.add(name);
    return true;
  }
}
