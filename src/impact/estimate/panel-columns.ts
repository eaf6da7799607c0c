/** Which column of a file is what of a panel. */
import { RuleBroken } from '../../platform/errors.js';

/** The columns by the names that the heading gives them. */
export interface PanelColumns {
  unit: string;
  time: string;
  outcome: string;
  treated: string;
  weight?: string | undefined;
  covariates: readonly string[];
  cluster?: string | undefined;
}

/** The same columns by their places in a record; -1 for one that was not asked for. */
export interface PanelPlaces {
  unit: number;
  time: number;
  cluster: number;
  weight: number;
  /** Outcome, treated and the covariates, in this order. */
  numbers: number[];
  /** How many cells every record has. */
  width: number;
}

/** @throws RuleBroken when the heading has not each of them once */
export function placesIn(heading: readonly string[], columns: PanelColumns): PanelPlaces {
  const names = heading.map((cell) => cell.trim());
  const place = (name: string | undefined) => (name === undefined ? -1 : placeOf(name, names));
  return {
    ...{ unit: place(columns.unit), time: place(columns.time) },
    ...{ cluster: place(columns.cluster), weight: place(columns.weight) },
    numbers: [columns.outcome, columns.treated, ...columns.covariates].map(place),
    width: names.length,
  };
}

function placeOf(name: string, names: readonly string[]): number {
  const place = names.indexOf(name);
  if (place < 0) throw new RuleBroken(`The file has no column “${name}”. Its columns are ${names.join(', ')}.`);
  if (names.lastIndexOf(name) !== place)
    throw new RuleBroken(`The file has more than one column “${name}”. Give each a name of its own.`);
  return place;
}
