import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { folded, wordsOf } from '../people/folded.js';
import { putRight } from '../people/spelling.js';
import { type AreaNode, TreeQueries, type UnitNode } from './tree.queries.js';

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

  /** @param areas those in reach, which are few enough to look through here */
  async find(
    actor: Actor,
    typed: string,
    areas: readonly AreaNode[],
    day: IsoDate,
    most = MOST_FOUND,
  ): Promise<PlacesFound> {
    const found = await this.search(actor, { words: wordsOf(typed), prefix: typed, most }, areas, day);
    if (found.areas.length + found.units.length > 0) return found;
    const words = wordsOf(typed);
    const names = [...areas.flatMap(({ name }) => wordsOf(name)), ...(await this.queries.wordsInReach(actor, day))];
    const right = words.length > 0 ? putRight(words, names) : null;
    return right
      ? { ...(await this.search(actor, { words: right, prefix: right.join(' '), most }, areas, day)), insteadOf: right }
      : found;
  }

  private async search(
    actor: Actor,
    { words, prefix, most }: { words: readonly string[]; prefix: string; most: number },
    areas: readonly AreaNode[],
    day: IsoDate,
  ): Promise<PlacesFound> {
    const units = words.length === 0 ? [] : await this.queries.search(actor, { words, prefix }, day, most + 1);
    const code = prefix.toLowerCase();
    return {
      areas: areas.filter(
        (area) =>
          words.length > 0 &&
          (area.code.toLowerCase().startsWith(code) || words.every((word) => folded(area.name).includes(word))),
      ),
      units: units.slice(0, most),
      more: units.length > most,
      insteadOf: null,
    };
  }
}
