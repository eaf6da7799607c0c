import { Injectable } from '@nestjs/common';
import type { Reach, Role } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { PlaceKind } from '../roles.js';
import type { Edge, Show } from './people-filter.js';
import { PeopleStatement } from './people-statement.queries.js';

/** What is asked of the list, with everything looked up. */
export interface PeopleAsked {
  /** The actor's, or a place within it. */
  reach: Reach;
  day: IsoDate;
  show: Show;
  role: Role | null;
  /** References to be met exactly; or words of a name, and what a reference may begin with. */
  sought: { references: readonly string[] } | { words: readonly string[]; prefix: string | null } | null;
}

export interface PlaceHeld {
  role: Role;
  kind: PlaceKind;
  code: string;
  name: string;
  /** The area in which a unit stands on the day, with the region of it. */
  areaName: string | null;
  from: IsoDate;
  /** The last day; null while it is open. */
  to: IsoDate | null;
}

export interface PersonListed {
  reference: string;
  name: string;
  searchName: string;
  email: string | null;
  onLeaveUntil: IsoDate | null;
  onLeave: boolean;
  /** Within reach, the main posting first. */
  held: PlaceHeld[];
}

export interface PageWanted {
  after: Edge | null;
  before: Edge | null;
  each: number;
}

/** A page of the list, and how many people the whole list has. */
export interface PageFound {
  people: PersonListed[];
  total: number;
}

/** Lists of people within a reach, in the order of their names; sixty thousand cost what fifty do. */
@Injectable()
export class PeopleListQueries {
  constructor(private readonly db: Database) {}

  /** One more than `each` when there are further ones; those before an edge come in the order of the list, too. */
  async page(asked: PeopleAsked, wanted: PageWanted): Promise<PageFound> {
    const sql = new PeopleStatement(asked);
    const oneMore = { ...wanted, each: wanted.each + 1 };
    if (!sql.walks) return (await this.db.one<PageFound>(sql.gatheredPage(oneMore), sql.params))!;
    const [people, total] = await Promise.all([
      this.db.query<PersonListed>(sql.walkedPage(oneMore), sql.params),
      this.count(asked),
    ]);
    return { people, total };
  }

  async count(asked: PeopleAsked): Promise<number> {
    const sql = new PeopleStatement(asked);
    return (await this.db.one<{ n: number }>(sql.count(), sql.params))?.n ?? 0;
  }

  /** All of them, for a file. */
  stream(asked: PeopleAsked): AsyncGenerator<PersonListed, void> {
    const sql = new PeopleStatement(asked);
    return this.db.stream<PersonListed>(sql.all(), sql.params);
  }

  /** Words of the names in the list that are about as long as one of these, to hold a misspelt one against. */
  async wordsLike(asked: PeopleAsked, words: readonly string[]): Promise<string[]> {
    const lengths = words.map((word) => word.length);
    const sql = new PeopleStatement({ ...asked, sought: null });
    const text = sql.words(Math.min(...lengths) - 2, Math.max(...lengths) + 2);
    const found = await this.db.query<{ word: string }>(text, sql.params);
    return found.map(({ word }) => word);
  }

  /** Those of the references that the list holds. */
  async known(asked: PeopleAsked, references: readonly string[]): Promise<string[]> {
    const sql = new PeopleStatement({ ...asked, sought: { references } });
    const rows = await this.db.query<{ reference: string }>(sql.references(), sql.params);
    return rows.map(({ reference }) => reference);
  }
}
