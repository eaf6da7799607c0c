import { Injectable } from '@nestjs/common';
import { CX_TEAM, type Reach, type Role } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { PlaceKind } from '../roles.js';
import { reachParams } from '../reach-params.js';
import type { Edge, Show } from './people-filter.js';
import { PLACE_OF_POSTING, PLACE_REACHED, POSTING_SHOWS, postingsInReach } from './postings-in-reach.queries.js';

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

/** Lists of people within a reach, in the order of their names; sixty thousand cost what fifty do. */
@Injectable()
export class PeopleListQueries {
  constructor(private readonly db: Database) {}

  /** One more than `each` when there are further ones; those before an edge come in the order of the list, too. */
  async page(asked: PeopleAsked, { after, before, each }: PageWanted): Promise<PersonListed[]> {
    const sql = new Statement(asked);
    const edge = after ?? before;
    const sign = after ? '>' : '<';
    if (edge)
      sql.and(`(person.search_name, person.reference) ${sign} (${sql.param(edge.name)}, ${sql.param(edge.reference)})`);
    const back = !after && before !== null;
    const order = back ? 'search_name desc, reference desc' : 'search_name, reference';
    const rows = await this.db.query<PersonListed>(sql.rows(order, sql.param(each + 1)), sql.params);
    return back ? rows.reverse() : rows;
  }

  async count(asked: PeopleAsked): Promise<number> {
    const sql = new Statement(asked);
    return (await this.db.one<{ n: number }>(sql.count(), sql.params))?.n ?? 0;
  }

  /** All of them, for a file. */
  stream(asked: PeopleAsked): AsyncGenerator<PersonListed, void> {
    const sql = new Statement(asked);
    return this.db.stream<PersonListed>(sql.rows('search_name, reference', null), sql.params);
  }

  /** Words of the names in the list that are about as long as one of these, to hold a misspelt one against. */
  async wordsLike(asked: PeopleAsked, words: readonly string[]): Promise<string[]> {
    const lengths = words.map((word) => word.length);
    const sql = new Statement({ ...asked, sought: null });
    const bounds = [sql.param(Math.min(...lengths) - 2), sql.param(Math.max(...lengths) + 2)] as const;
    const found = await this.db.query<{ word: string }>(sql.words(bounds, asked.reach.network), sql.params);
    return found.map(({ word }) => word);
  }

  /** Those of the references that the list holds. */
  async known(asked: PeopleAsked, references: readonly string[]): Promise<string[]> {
    const sql = new Statement({ ...asked, sought: { references } });
    const rows = await this.db.query<{ reference: string }>(sql.references(), sql.params);
    return rows.map(({ reference }) => reference);
  }
}

/** The statement of one list, put together of the conditions that are asked for, so that each is planned for itself. */
class Statement {
  readonly params: unknown[];
  private readonly conditions: string[] = [];
  private readonly chosen: string;
  private readonly gathers: boolean;

  constructor(private readonly asked: PeopleAsked) {
    const { reach, day, role, show } = asked;
    this.params = reachParams(reach, day);
    const inRole = role === null ? '' : ` and p.role = ${this.param(role)}`;
    const granted = reach.network && role !== null && CX_TEAM.includes(role) && show === 'inPost';
    this.chosen =
      `select p.person_id from ${postingsInReach(reach.network, show)} where ${POSTING_SHOWS[show]}${inRole}` +
      (granted
        ? ` union all select g.person_id from role_grant g where g.valid @> $5::date and g.role = ${this.param(role)}
              and exists (select from posting p where p.person_id = g.person_id and p.valid @> $5::date)`
        : '');
    // Of everybody, the first fifty are found by walking the names; of a few, by gathering them first.
    this.gathers = !reach.network || show !== 'inPost' || (role !== null && role !== 'staff');
    this.conditions.push(this.gathers ? 'person.id in (select person_id from chosen)' : this.held());
    this.seek(asked.sought);
  }

  param(value: unknown): string {
    this.params.push(value);
    return `$${this.params.length}`;
  }

  and(condition: string): void {
    this.conditions.push(condition);
  }

  rows(order: string, limit: string | null): string {
    const { show } = this.asked;
    const inOrder = order.replace(/(search_name|reference)/g, 'person.$1');
    return `${this.with()}
      select person.reference, person.name, person.search_name as "searchName", person.email,
             away.valid is not null as "onLeave", (upper(away.valid) - 1)::text as "onLeaveUntil",
             coalesce(seats.held, '[]') as held
        from (select person.* from person where ${this.where()} order by ${inOrder} ${limit ? `limit ${limit}` : ''}) person
        left join leave away on away.person_id = person.id and away.valid @> $5::date
        left join lateral (
          select jsonb_agg(jsonb_build_object('role', p.role,
                   'kind', case when p.unit_id is not null then 'unit' when p.area_id is not null then 'area' else 'region' end,
                   'code', case when p.unit_id is not null then u.code when p.area_id is not null then a.code else r.code end,
                   'name', case when p.unit_id is not null then u.name when p.area_id is not null then a.name else r.name end,
                   'areaName', case when p.unit_id is not null then a.name end,
                   'from', lower(p.valid), 'to', upper(p.valid) - 1) order by p.main desc, p.valid, p.id) as held
            from posting p ${PLACE_OF_POSTING}
           where p.person_id = person.id and ${POSTING_SHOWS[show]} and ${PLACE_REACHED}) seats on true
       order by ${inOrder}`;
  }

  count(): string {
    const everybody = this.conditions.length === 1;
    if (everybody) return `${this.with()} select count(distinct person_id)::int as n from (${this.chosen}) everybody`;
    return `${this.with()} select count(*)::int as n from person where ${this.where()}`;
  }

  references(): string {
    return `${this.with()} select person.reference from person where ${this.where()}`;
  }

  words([shortest, longest]: readonly [string, string], fromAll: boolean): string {
    const within = `length(word) between ${shortest} and ${longest}`;
    if (fromAll) return `${TYPED} select word from name_word where ${within}`;
    return `${this.with()} select distinct word from person cross join string_to_table(person.search_name, ' ') word
             where ${this.where()} and ${within}`;
  }

  private held(): string {
    return `exists (${this.chosen.replace(' where ', ' where p.person_id = person.id and ')})`;
  }

  private seek(sought: PeopleAsked['sought']): void {
    if (sought === null) return;
    if ('references' in sought) return this.and(`person.reference = any (${this.param(sought.references)})`);
    const { words, prefix } = sought;
    const named = `person.search_name like all (${this.param(words.map((word) => `%${escaped(word)}%`))}::text[])`;
    if (words.length === 0) return this.and('false');
    if (prefix === null) return this.and(named);
    this.and(`(${named} or lower(person.reference) like ${this.param(`${escaped(prefix.toLowerCase())}%`)})`);
  }

  private with(): string {
    return this.gathers ? `${TYPED}, chosen as materialized (${this.chosen})` : TYPED;
  }

  private where(): string {
    return this.conditions.join(' and ');
  }
}

/** Gives every parameter its type, also those that a statement for the whole network does not name. */
const TYPED = 'with asked as (select $1::boolean, $2::int[], $3::int[], $4::int[], $5::date)';

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');
