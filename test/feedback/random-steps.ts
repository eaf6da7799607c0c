/** What can happen to answers and other numbers, drawn at random from a seed. */
import { EMOTIONS as WORDS, type Emotion } from '../../src/platform/emotions.js';
import { seededRandom } from '../../src/statistics/seeded-random.js';

export const UNITS = 12;
const AREAS = 4;
const REGIONS = 2;

export interface Answer {
  id: string;
  unit: string;
  at: string;
  ease: number;
  emotion: Emotion | null;
  friendly: number | null;
  comment: string | null;
}

export interface Value {
  place: string;
  day: string;
  value: number;
  weight: number | null;
}

/** The two numbers of which values come: one by week, one an average by day. */
export type MetricKey = 'footfall' | 'first-response-time';

export type Step =
  | { do: 'file' | 'batch'; answers: Answer[] }
  | { do: 'values'; key: MetricKey; values: Value[] }
  /** Which of the imports that are left, from 0 to 1; of answers or of values. */
  | { do: 'undo' | 'undoValues'; which: number }
  /** A unit stood in this area from the day on, and the area in this region: either may be as it was. */
  | { do: 'move'; unit: number; area: number; region: number; from: string };

/** What customers say, by the themes of the starter dictionaries that it speaks of. */
export const SAID: Readonly<Record<string, readonly string[]>> = {
  'The queue was long': ['queue'],
  'So friendly and quick': ['manner', 'waiting'],
  'Thank you': [],
};

export const unitCode = (n: number) => String(100_001 + n);

export const unitRow = (unit: number, area: number, region: number, from: string) =>
  `R${region},Region ${region},A${area},Area ${area},${unitCode(unit)},Unit ${unit},branch,england,${from},`;

/** Where each unit stands at first. */
export const FIRST_ROWS = Array.from({ length: UNITS }, (_, unit) =>
  unitRow(unit, unit % AREAS, unit % REGIONS, '2020-01-01'),
);

/** Steps without end. @param rows answers in a file; a batch holds up to 200 */
export function* steps(seed: number, rows: number, people: number): Generator<Step> {
  const draw = new Draw(seed, people);
  for (;;) {
    const turn = draw.share();
    if (turn < 0.35) yield { do: 'file', answers: draw.answers(1 + draw.under(rows)) };
    else if (turn < 0.5) yield { do: 'batch', answers: draw.answers(1 + draw.under(200)) };
    else if (turn < 0.68) yield { do: 'undo', which: draw.share() };
    else if (turn < 0.76) yield draw.values();
    else if (turn < 0.8) yield { do: 'undoValues', which: draw.share() };
    else yield draw.move();
  }
}

class Draw {
  readonly share: () => number;
  /** Where areas were said to stand last. */
  private readonly regions = Array.from({ length: AREAS }, (_, area) => area % REGIONS);

  constructor(
    seed: number,
    private readonly people: number,
  ) {
    this.share = seededRandom(seed);
  }

  under(n: number): number {
    return Math.floor(this.share() * n);
  }

  answers(n: number): Answer[] {
    return [...new Set(Array.from({ length: n }, () => this.under(this.people)))].map((id) => this.answer(id));
  }

  values(): Step {
    const key = this.share() < 0.5 ? 'footfall' : 'first-response-time';
    const places = Array.from({ length: 40 }, () => [unitCode(this.under(UNITS)), this.day()] as const);
    const weighted = key === 'first-response-time';
    const values = places.map(([place, day]) => ({
      ...{ place, day, value: this.under(500), weight: weighted ? 1 + this.under(9) : null },
    }));
    return { do: 'values', key, values };
  }

  move(): Step {
    const area = this.under(AREAS);
    if (this.share() < 0.3) this.regions[area] = this.under(REGIONS);
    return { do: 'move', unit: this.under(UNITS), area, region: this.regions[area]!, from: this.day() };
  }

  private answer(id: number): Answer {
    return {
      ...{ id: `k${id}`, unit: unitCode(this.under(UNITS)), at: this.moment().toISOString(), ease: 1 + this.under(5) },
      ...{ emotion: this.some(WORDS[this.under(5)]!), friendly: this.some(1 + this.under(5)) },
      comment: this.some(Object.keys(SAID)[this.under(3)]!),
    };
  }

  private some<T>(value: T): T | null {
    return this.share() < 0.3 ? null : value;
  }

  private day(): string {
    return this.moment().toISOString().slice(0, 10);
  }

  /** In eight weeks around the end of summer time, by the minute. */
  private moment(): Date {
    return new Date(Date.UTC(2026, 8, 28) + this.under(8 * 7 * 24 * 60) * 60_000);
  }
}
