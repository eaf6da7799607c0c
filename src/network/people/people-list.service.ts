import { Injectable } from '@nestjs/common';
import type { Actor, Reach } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { NetworkQueries } from '../network.queries.js';
import { wordsOf } from './folded.js';
import { type PeopleFilter, type PlaceWanted, soughtIn } from './people-filter.js';
import { type PeopleAsked, PeopleListQueries, type PersonListed } from './people-list.queries.js';
import { putRight } from './spelling.js';

export const PEOPLE_PER_PAGE = 50;

/** A page of the list, and what became of the search. */
export interface PeopleFound {
  people: PersonListed[];
  total: number;
  /** Whether there are some before and after those shown. */
  earlier: boolean;
  further: boolean;
  /** The words that were searched instead, when nobody is called what was typed. */
  insteadOf: string[] | null;
  /** Pasted references that the list does not hold, whether anybody has them or not. */
  unknown: string[];
}

/** Finds people within the actor's reach; what is misspelt is put right by the names that the actor may see anyway. */
@Injectable()
export class PeopleList {
  constructor(
    private readonly list: PeopleListQueries,
    private readonly network: NetworkQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for a place outside reach */
  async find(actor: Actor, filter: PeopleFilter): Promise<PeopleFound> {
    const asked = await this.asked(actor, filter);
    const found = await this.page(asked, filter);
    if (found.total > 0 || asked.sought === null || 'references' in asked.sought) return found;
    const words = await this.putRight(asked, asked.sought.words);
    if (words === null) return found;
    const again = { ...asked, sought: { words, prefix: null } };
    return { ...(await this.page(again, filter)), insteadOf: words };
  }

  async asked(actor: Actor, { find, role, place, show, on }: PeopleFilter): Promise<PeopleAsked> {
    const day = on ?? this.clock.today();
    const reach = place === null ? actor.reach : await this.narrowed(actor, place, day);
    const sought = soughtIn(find);
    const named = sought && 'text' in sought ? { words: wordsOf(sought.text), prefix: prefixOf(sought.text) } : sought;
    return { reach, day, show, role, sought: named };
  }

  private async page(asked: PeopleAsked, { after, before }: PeopleFilter): Promise<PeopleFound> {
    const [{ people: rows, total }, unknown] = await Promise.all([
      this.list.page(asked, { after, before, each: PEOPLE_PER_PAGE }),
      this.unknown(asked),
    ]);
    const more = rows.length > PEOPLE_PER_PAGE;
    const backwards = after === null && before !== null;
    const people = backwards ? rows.slice(more ? 1 : 0) : rows.slice(0, PEOPLE_PER_PAGE);
    const earlier = backwards ? more : after !== null;
    return { people, total, earlier, further: backwards || more, insteadOf: null, unknown };
  }

  private async unknown(asked: PeopleAsked): Promise<string[]> {
    if (asked.sought === null || !('references' in asked.sought)) return [];
    const { references } = asked.sought;
    const known = new Set(await this.list.known(asked, references));
    return references.filter((reference) => !known.has(reference));
  }

  private async putRight(asked: PeopleAsked, words: readonly string[]): Promise<string[] | null> {
    if (words.length === 0) return null;
    return putRight(words, await this.list.wordsLike(asked, words));
  }

  /** The reach of one place within the actor's. */
  private async narrowed(actor: Actor, { kind, code }: PlaceWanted, day: string): Promise<Reach> {
    const nowhere: Reach = { network: false, regionIds: [], areaIds: [], unitIds: [] };
    if (kind === 'unit') return { ...nowhere, unitIds: [idOf(await this.network.unitByCode(actor, code, day))] };
    if (kind === 'area') return { ...nowhere, areaIds: [idOf(await this.network.areaByCode(actor, code, day))] };
    return { ...nowhere, regionIds: [idOf(await this.network.regionByCode(actor, code))] };
  }
}

function idOf(place: { id: number } | null): number {
  if (place === null) throw new NotFound();
  return place.id;
}

/** What a reference may begin with: one word with a digit in it, or one that no name is likely to be. */
function prefixOf(text: string): string | null {
  return /^\S+$/.test(text) ? text : null;
}
