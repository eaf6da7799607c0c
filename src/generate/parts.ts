import { RuleBroken } from '../platform/errors.js';
import { optionOf, type Size } from './size.js';

/** What an organisation is made of, in the order in which it is written. */
export const PARTS = ['network', 'people', 'feedback', 'learning'] as const;

export type Part = (typeof PARTS)[number];

/** What has to be there before a part can be written. */
const STANDS_ON: Record<Part, readonly Part[]> = {
  network: [],
  people: ['network'],
  feedback: ['network'],
  learning: ['network', 'people'],
};

/** Which numbers decide what a part holds. */
const DECIDED_BY: Record<Part, readonly (keyof Size)[]> = {
  network: ['units', 'seed', 'until'],
  people: ['people'],
  feedback: ['weeks', 'responsesPerUnitWeek', 'surveyed'],
  learning: ['weeks', 'responsesPerUnitWeek', 'surveyed'],
};

/** What a database says of the organisation that was generated into it. */
export interface Written {
  /** The numbers that what is there was made with. */
  size: Partial<Size>;
  begun: readonly Part[];
  done: readonly Part[];
}

/**
 * The parts that still have to be written: all of them, or the one asked for. What was begun and interrupted goes on.
 *
 * @throws RuleBroken when the database holds another network, or what the part stands on is missing, or nothing is left.
 */
export function partsToWrite(only: Part | null, size: Size, written: Written | null, holdsNetwork: boolean): Part[] {
  if (written === null && holdsNetwork) throw new RuleBroken(NOT_OURS);
  const done = written?.done ?? [];
  const left = (only === null ? PARTS : [only]).filter((part) => !done.includes(part));
  const different = left.length === 0 ? [] : differences(size, written);
  if (different.length > 0) throw new RuleBroken(otherSize(different));
  const missing = only === null ? [] : STANDS_ON[only].filter((part) => !done.includes(part));
  if (missing.length > 0)
    throw new RuleBroken(`The ${only} part stands on the ${missing[0]} part: run it with --only ${missing[0]} first.`);
  if (left.length === 0) throw new RuleBroken('All of that is here already: nothing was written.');
  return left;
}

/** Said of a database with a network that somebody needs. */
export const NOT_OURS =
  'This database holds a network already, and not one that this command has made. Use an empty database: another DATABASE_URL, or another CXU_DATA with CXU_DEMO=0.';

/** Numbers that what is there was made with and that are not the ones asked for now. */
function differences(size: Size, written: Written | null): string[] {
  const made = Object.entries(written?.size ?? {}) as [keyof Size, Size[keyof Size]][];
  return made.filter(([key, value]) => size[key] !== value).map(([key, value]) => `${optionOf(key)} ${value}`);
}

function otherSize(different: readonly string[]): string {
  return `The organisation in this database was made with ${different.join(' ')}. Give the same, or use an empty database.`;
}

/** What is known of an organisation once a part of it has been begun, or is done. */
export function withPart(written: Written | null, part: Part, size: Size, done: boolean): Written {
  const { size: known, begun, done: before } = written ?? { size: {}, begun: [], done: [] };
  const decided = Object.fromEntries(DECIDED_BY[part].map((key) => [key, size[key]]));
  return {
    size: { ...known, ...decided },
    begun: begun.includes(part) ? begun : [...begun, part],
    done: done && !before.includes(part) ? [...before, part] : before,
  };
}
