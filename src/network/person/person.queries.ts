import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import { PLACE_OF_POSTING, PLACE_REACHED } from '../people/postings-in-reach.queries.js';
import { reachParams } from '../reach-params.js';
import type { PlaceKind } from '../roles.js';

/** A posting of a person's history. */
export interface PostingHeld {
  id: number;
  role: Role;
  main: boolean;
  from: IsoDate;
  /** The last day; null while it is open. */
  to: IsoDate | null;
  /** Null for a place that the actor does not reach, neither as it stood then nor as it stands today. */
  place: { kind: PlaceKind; code: string; name: string; areaName: string | null; open: boolean } | null;
}

export interface Away {
  id: number;
  from: IsoDate;
  to: IsoDate | null;
}

/** Somebody acts for somebody. */
export interface CoverSeen {
  /** The one covered for, or the deputy. */
  reference: string;
  name: string;
  role: Role;
  placeName: string;
  from: IsoDate;
  to: IsoDate | null;
}

/** A role that no posting gives. */
export interface Granted {
  role: Role;
  source: string;
  from: IsoDate;
  to: IsoDate | null;
}

export interface PersonSeen {
  id: number;
  reference: string;
  name: string;
  email: string | null;
  language: 'en' | 'cy';
  extraTimePercent: number;
  /** The latest first. */
  postings: PostingHeld[];
  leaves: Away[];
  /** Whom they act for, and who acts for them; of today and ahead. */
  actsFor: CoverSeen[];
  coveredBy: CoverSeen[];
  granted: Granted[];
}

/** One person as somebody who looks after them may see them. */
@Injectable()
export class PersonQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Those of the references whose page the actor may open today. */
  async seen(actor: Actor, references: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.query<{ reference: string }>(
      `select person.reference from person where person.reference = any ($6) and ${SEEN}`,
      [...reachParams(actor.reach, this.clock.today()), references],
    );
    return new Set(rows.map(({ reference }) => reference));
  }

  /** Null for somebody outside reach, just as for somebody whom nobody knows. */
  one(actor: Actor, reference: string): Promise<PersonSeen | null> {
    return this.db.one<PersonSeen>(
      `select person.id, person.reference, person.name, person.email, person.language,
              person.extra_time_percent as "extraTimePercent",
              coalesce((${POSTINGS}), '[]') as postings,
              coalesce((${LEAVES}), '[]') as leaves,
              coalesce((${coversOf('c.deputy_id', 'c.for_person_id')}), '[]') as "actsFor",
              coalesce((${coversOf('c.for_person_id', 'c.deputy_id')}), '[]') as "coveredBy",
              coalesce((${GRANTED}), '[]') as granted
         from person where person.reference = $6 and ${SEEN}`,
      [...reachParams(actor.reach, this.clock.today()), reference],
    );
  }
}

/** The posting that says where somebody is today: one that is valid, else the next, else the last. */
const SEAT = `
  select p.id from posting p where p.person_id = person.id
   order by p.valid @> $5::date desc, lower(p.valid) > $5::date desc,
            case when lower(p.valid) > $5::date then lower(p.valid) - $5::date else $5::date - upper(p.valid) end
   limit 1`;

const SEEN = `($1 or exists (
  select from posting p ${PLACE_OF_POSTING}
   where p.person_id = person.id and (p.valid @> $5::date or p.id = (${SEAT})) and ${PLACE_REACHED}))`;

/** A unit is named when the actor reaches it as it stands today, or as it stood at some time of the posting. */
const POSTINGS = `
  select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'main', p.main, 'from', lower(p.valid),
           'to', upper(p.valid) - 1, 'place', case when ${PLACE_REACHED} or exists (
               select from unit_place then_there
                where then_there.unit_id = p.unit_id and then_there.valid && p.valid
                  and (then_there.area_id = any ($3) or then_there.region_id = any ($2)))
             then jsonb_build_object(
               'kind', case when p.unit_id is not null then 'unit' when p.area_id is not null then 'area' else 'region' end,
               'code', case when p.unit_id is not null then u.code when p.area_id is not null then a.code else r.code end,
               'name', case when p.unit_id is not null then u.name when p.area_id is not null then a.name else r.name end,
               'areaName', case when p.unit_id is not null then a.name end, 'open', ${PLACE_REACHED}) end)
         order by upper(p.valid) desc nulls first, p.main desc, lower(p.valid) desc, p.id)
    from posting p ${PLACE_OF_POSTING} where p.person_id = person.id`;

const LEAVES = `
  select jsonb_agg(jsonb_build_object('id', l.id, 'from', lower(l.valid), 'to', upper(l.valid) - 1) order by l.valid desc)
    from leave l where l.person_id = person.id`;

const GRANTED = `
  select jsonb_agg(jsonb_build_object('role', g.role, 'source', g.source, 'from', lower(g.valid), 'to', upper(g.valid) - 1)
         order by g.valid, g.id)
    from role_grant g where g.person_id = person.id and (g.valid @> $5::date or lower(g.valid) > $5::date)`;

const coversOf = (mine: string, theirs: string) => `
  select jsonb_agg(jsonb_build_object('reference', other.reference, 'name', other.name, 'role', c.role,
           'placeName', coalesce(cu.name, ca.name, cr.name), 'from', lower(c.valid), 'to', upper(c.valid) - 1)
         order by c.valid, c.id)
    from cover c join person other on other.id = ${theirs}
    left join unit cu on cu.id = c.unit_id left join area ca on ca.id = c.area_id left join region cr on cr.id = c.region_id
   where ${mine} = person.id and not isempty(c.valid) and coalesce(upper(c.valid), 'infinity') > $5::date`;
