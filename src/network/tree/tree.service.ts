import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { folded, wordsOf } from '../people/folded.js';
import { putRight } from '../people/spelling.js';
import { type AreaNamed, type AreaNode, TreeQueries, type UnitNode } from './tree.queries.js';

export const MOST_FOUND = 50;

export interface PlacesFound {
  areas: AreaNode[];
  units: UnitNode[];
  /** There are more units than are shown. */
  more: boolean;
  /** The words that were searched instead, when nothing is called what was typed. */
  insteadOf: string[] | null;
}

/** Finds places within the actor's reach by code or name, misspelt ones by the names that are there. */
@Injectable()
export class Tree {
  constructor(private readonly queries: TreeQueries) {}

  async find(actor: Actor, typed: string, day: IsoDate, most = MOST_FOUND): Promise<PlacesFound> {
    const words = wordsOf(typed);
    if (words.length === 0) return { areas: [], units: [], more: false, insteadOf: null };
    const areas = await this.queries.areaNames(actor, day);
    const found = await this.search(actor, { words, prefix: typed, most }, areas, day);
    if (found.areas.length + found.units.length > 0) return found;
    const names = [...areas.flatMap(({ name }) => wordsOf(name)), ...(await this.queries.wordsInReach(actor, day))];
    const right = putRight(words, names);
    if (right === null) return found;
    return {
      ...(await this.search(actor, { words: right, prefix: right.join(' '), most }, areas, day)),
      insteadOf: right,
    };
  }

  /** @param named the areas in reach, which are few enough to look through here */
  private async search(
    actor: Actor,
    sought: PlaceSought,
    named: readonly AreaNamed[],
    day: IsoDate,
  ): Promise<PlacesFound> {
    const codes = named.filter((area) => isCalled(area, sought)).map(({ code }) => code);
    const [areas, units] = await Promise.all([
      codes.length === 0 ? [] : this.queries.areasOf(actor, codes, day),
      this.queries.search(actor, sought, day, sought.most + 1),
    ]);
    return { areas, units: units.slice(0, sought.most), more: units.length > sought.most, insteadOf: null };
  }
}

interface PlaceSought {
  words: readonly string[];
  /** How a code may begin. */
  prefix: string;
  most: number;
}

function isCalled({ code, name }: AreaNamed, { words, prefix }: PlaceSought): boolean {
  return code.toLowerCase().startsWith(prefix.toLowerCase()) || words.every((word) => folded(name).includes(word));
}
