/** The SQL of one list of people, put together of the conditions that are asked for, so that each is planned for itself. */
import { CX_TEAM, type Role } from '../../platform/actor.js';
import { beginning, holding } from '../../platform/database/like.js';
import { reachParams } from '../reach-params.js';
import type { PageWanted, PeopleAsked } from './people-list.queries.js';
import { PLACE_OF_POSTING, PLACE_REACHED, POSTING_SHOWS, postingsInReach } from './postings-in-reach.queries.js';

/** Roles that so many people have that fifty of them stand near the beginning of all names. */
const COMMON: readonly Role[] = ['staff', 'postmaster'];

/** Makes one statement; what it asks with is gathered in `params` on the way. */
export class PeopleStatement {
  readonly params: unknown[];
  /**
   * Of everybody, a page is found by walking the names in their order. Those of a reach, of a rare role or of a search are
   * gathered first (`matched`), which counts them as well.
   */
  readonly walks: boolean;
  private readonly sought: string | null;
  private readonly chosen: string;

  constructor(private readonly asked: PeopleAsked) {
    const { reach, day, role, show, sought } = asked;
    this.params = reachParams(reach, day);
    this.walks = reach.network && show === 'inPost' && sought === null && (role === null || COMMON.includes(role));
    this.sought = this.seek();
    this.chosen = this.choose();
  }

  /** The rows of a page. */
  walkedPage(wanted: PageWanted): string {
    const one = `exists (select from (${this.chosen}) chosen where chosen.person_id = person.id)`;
    return `${TYPED}, shown as (select * from person where ${one} ${this.within(wanted)}) ${this.rows()}`;
  }

  /** One row: how many there are in the list, and the rows of a page as JSON. */
  gatheredPage(wanted: PageWanted): string {
    return `${this.matched()}, shown as (
        select person.* from person where id in (select id from matched where true ${this.within(wanted)}))
      select (select count(*)::int from matched) as total,
             coalesce((select jsonb_agg(to_jsonb(listed)) from (${this.rows()}) listed), '[]') as people`;
  }

  /** The rows of the whole list. */
  all(): string {
    return `${this.matched()}, shown as (select person.* from person join matched using (id)) ${this.rows()}`;
  }

  count(): string {
    if (this.walks) return `${TYPED} select count(distinct person_id)::int as n from (${this.chosen}) chosen`;
    return `${this.matched()} select count(*)::int as n from matched`;
  }

  references(): string {
    return `${this.matched()} select reference from matched`;
  }

  /** The words of the names in the list that have about so many letters. */
  words(shortest: number, longest: number): string {
    const fits = `length(word) between ${this.param(shortest)} and ${this.param(longest)}`;
    if (this.asked.reach.network) return `${TYPED} select word from name_word where ${fits}`;
    return `${this.matched()} select distinct word from matched cross join string_to_table(search_name, ' ') word where ${fits}`;
  }

  /** Postings that put somebody on the list; who reaches the whole network also sees those whom a grant puts there. */
  private choose(): string {
    const { reach, role, show } = this.asked;
    const inRole = role === null ? '' : ` and p.role = ${this.param(role)}`;
    const postings = postingsInReach(reach.network, show, this.sought === null ? 'posting' : 'theirs');
    const posted = `select p.person_id from ${postings} where ${POSTING_SHOWS[show]}${inRole}`;
    if (!reach.network || role === null || !CX_TEAM.includes(role) || show !== 'inPost') return posted;
    return `${posted}
      union all select g.person_id from role_grant g where g.valid @> $5::date and g.role = ${this.param(role)}
                   and exists (select from posting p where p.person_id = g.person_id and p.valid @> $5::date)`;
  }

  /** Who is looked for, wherever they are. Each word is a condition of its own: an index knows them so, and not as one array. */
  private seek(): string | null {
    const { sought } = this.asked;
    if (sought === null) return null;
    if ('references' in sought) return `reference = any (${this.param(sought.references)})`;
    const { words, prefix } = sought;
    if (words.length === 0) return 'false';
    const named = words.map((word) => `search_name like ${this.param(holding(word))}`).join(' and ');
    if (prefix === null) return named;
    return `((${named}) or lower(reference) like ${this.param(beginning(prefix.toLowerCase()))})`;
  }

  /** Those looked for are found first: only their postings are then asked for, however far the reach goes. */
  private matched(): string {
    const theirs = `, found as materialized (select id from person where ${this.sought}),
      theirs as (select posting.* from found join posting on posting.person_id = found.id)`;
    return `${TYPED}${this.sought === null ? '' : theirs}, matched as materialized (
        select id, search_name, reference from person where id in (select person_id from (${this.chosen}) chosen))`;
  }

  private within({ after, before, each }: PageWanted): string {
    const edge = after ?? before;
    const back = after === null && before !== null;
    const beyond = edge
      ? `and (search_name, reference) ${back ? '<' : '>'} (${this.param(edge.name)}, ${this.param(edge.reference)})`
      : '';
    const order = back ? 'search_name desc, reference desc' : 'search_name, reference';
    return `${beyond} order by ${order} limit ${this.param(each)}`;
  }

  /** Those of `shown` in the order of their names. */
  private rows(): string {
    return `
      select person.reference, person.name, person.search_name as "searchName", person.email,
             away.valid is not null as "onLeave", (upper(away.valid) - 1)::text as "onLeaveUntil",
             coalesce(seats.held, '[]') as held
        from shown person
        left join leave away on away.person_id = person.id and away.valid @> $5::date
        left join (
          select p.person_id, jsonb_agg(${SEAT} order by p.main desc, p.valid, p.id) as held
            from posting p ${PLACE_OF_POSTING}
           where p.person_id in (select id from shown) and ${POSTING_SHOWS[this.asked.show]} and ${PLACE_REACHED}
           group by p.person_id) seats on seats.person_id = person.id
       order by person.search_name, person.reference`;
  }

  private param(value: unknown): string {
    this.params.push(value);
    return `$${this.params.length}`;
  }
}

/** Gives every parameter its type, also those that a statement for the whole network does not name. */
const TYPED = 'with asked as (select $1::boolean, $2::int[], $3::int[], $4::int[], $5::date)';

const SEAT = `jsonb_build_object('role', p.role,
  'kind', case when p.unit_id is not null then 'unit' when p.area_id is not null then 'area' else 'region' end,
  'code', case when p.unit_id is not null then u.code when p.area_id is not null then a.code else r.code end,
  'name', case when p.unit_id is not null then u.name when p.area_id is not null then a.name else r.name end,
  'areaName', case when p.unit_id is not null then a.name end, 'from', lower(p.valid), 'to', upper(p.valid) - 1)`;
