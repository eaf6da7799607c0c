import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { reachAs } from '../network/reach.js';
import { reachParams } from '../network/reach-params.js';
import type { Actor } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import type { IsoDate } from '../platform/dates.js';
import { can } from '../platform/permissions.js';
import type { Driver } from '../platform/drivers.js';
import type { Look } from './campaign-content.js';
import { campaignPermissions } from './campaigns.policy.js';
import type { HeldDay } from './opening.js';

export interface CampaignRow {
  id: number;
  slug: string;
  title: string;
  story: string;
  look: Look;
  startsOn: IsoDate;
  endsOn: IsoDate;
  /** Whether the reader may read its days early: that right is held over a place that the week is for. */
  early?: boolean;
}

export interface ThemeDayRow {
  id: number;
  heldOn: IsoDate;
  title: string;
  driver: Driver;
  summary: string;
  challenge: string;
  pledgePrompt: string;
  huddle: string;
  courseSlug: string;
  courseTitle: string;
  minutes: number;
}

/** A theme day as one person stands to it. */
export interface MyThemeDay extends ThemeDayRow {
  done: boolean;
  /** The words of my pledge, null while I have made none. */
  pledge: string | null;
}

export interface UnpledgedDay extends HeldDay {
  slug: string;
  challenge: string;
}

/** A campaign with its days, in the order in which they are held. */
export interface MyWeek {
  campaign: CampaignRow;
  days: MyThemeDay[];
}

/**
 * Reads themed weeks. A week is there for whom it is for: people with a unit of its audience in reach; for everybody
 * else it is not found. Content is the same for all, what is done belongs to the person who asks.
 */
@Injectable()
export class CampaignsQueries {
  constructor(private readonly db: Database) {}

  /** The newest first. */
  async all(actor: Actor, today: IsoDate): Promise<CampaignRow[]> {
    const [rows, early] = await Promise.all([
      this.db.query<CampaignRow>(
        `select ${CAMPAIGN} from campaign c where ${FOR_ACTOR} order by c.starts_on desc, c.id`,
        reachParams(actor.reach, today),
      ),
      previewsAllReached(actor) ? null : this.early(actor, today),
    ]);
    return rows.map((row) => ({ ...row, early: early === null || early.has(row.id) }));
  }

  async bySlug(slug: string, actor: Actor, today: IsoDate): Promise<CampaignRow | null> {
    const [row, early] = await Promise.all([
      this.db.one<CampaignRow>(`select ${CAMPAIGN} from campaign c where c.slug = $6 and ${FOR_ACTOR}`, [
        ...reachParams(actor.reach, today),
        slug,
      ]),
      this.early(actor, today),
    ]);
    return row && { ...row, early: early.has(row.id) };
  }

  /** The weeks whose days the actor may read early: the right to preview is held over a place that the week is for. */
  async early(actor: Actor, today: IsoDate): Promise<Set<number>> {
    if (!can(actor, campaignPermissions.preview)) return new Set();
    const rows = await this.db.query<{ id: number }>(
      `select c.id from campaign c where ${FOR_ACTOR}`,
      reachParams(reachAs(actor, campaignPermissions.preview.roles), today),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The days of a campaign with what this person has done of them by `now`. */
  days(campaignId: number, personId: number, now: Date): Promise<MyThemeDay[]> {
    return this.db.query<MyThemeDay>(DAYS, [campaignId, personId, now]);
  }

  /** The week that runs today with my days, or null: what home shows first. */
  async running(actor: Actor, today: IsoDate, now: Date): Promise<MyWeek | null> {
    const campaign = await this.db.one<CampaignRow>(
      `select ${CAMPAIGN} from campaign c where $5::date between c.starts_on and c.ends_on and ${FOR_ACTOR}
        order by c.starts_on desc limit 1`,
      reachParams(actor.reach, today),
    );
    return campaign && { campaign, days: await this.days(campaign.id, actor.personId, now) };
  }

  /** The theme days, in whichever week, whose lesson this course is and for which this person has not pledged. */
  unpledgedDays(courseId: number, actor: Actor, today: IsoDate, now: Date): Promise<UnpledgedDay[]> {
    return this.db.query<UnpledgedDay>(
      `select c.slug, d.held_on "heldOn", d.challenge, c.starts_on "startsOn", c.ends_on "endsOn"
         from theme_day d join campaign c on c.id = d.campaign_id
        where d.course_id = $6 and ${FOR_ACTOR}
          and not exists (select from pledge p where p.theme_day_id = d.id and p.person_id = $7 and p.made_at <= $8)`,
      [...reachParams(actor.reach, today), courseId, actor.personId, now],
    );
  }

  /** When the weeks hold those of the courses that were written as theme days. */
  heldDays(courseIds: number[]): Promise<(HeldDay & { courseId: number; campaignId: number })[]> {
    return this.db.query(
      `select d.course_id "courseId", d.campaign_id "campaignId", d.held_on "heldOn", w.starts_on "startsOn", w.ends_on "endsOn"
         from theme_day d join campaign w on w.id = d.campaign_id join course c on c.id = d.course_id
        where d.course_id = any ($1) and c.kind = 'themeDay'`,
      [courseIds],
    );
  }
}

/** Whoever may preview wherever they reach may read early whatever they may read: the same question is not asked twice. */
function previewsAllReached(actor: Actor): boolean {
  if (!can(actor, campaignPermissions.preview)) return false;
  return isDeepStrictEqual(reachAs(actor, campaignPermissions.preview.roles), actor.reach);
}

/** The week is for the whole network, or the actor reaches a unit of its audience; parameters $1 to $5 are the reach. */
export const FOR_ACTOR = `
  case when c.audience is null or $1::boolean then true
       else exists (select from units_in_reach($1, $2, $3, $4, $5) r join unit u on u.id = r.unit_id
                      join area a on a.id = r.area_id join region g on g.id = r.region_id
                     where in_audience(c.audience, u.kind, a.code, g.code)) end`;

const CAMPAIGN = `c.id, c.slug, c.title, c.story, c.look, c.starts_on "startsOn", c.ends_on "endsOn"`;

const DAYS = `
  select d.id, d.held_on "heldOn", d.title, d.driver, d.summary, d.challenge, d.pledge_prompt "pledgePrompt", d.huddle,
         c.slug "courseSlug", v.title "courseTitle", v.minutes,
         exists (select from completion k
                  where k.person_id = $2 and k.course_id = d.course_id and k.completed_at <= $3) done,
         (select p.words from pledge p where p.theme_day_id = d.id and p.person_id = $2 and p.made_at <= $3) pledge
    from theme_day d
    join course c on c.id = d.course_id
    join course_version v on v.course_id = c.id and v.state = 'published'
   where d.campaign_id = $1
   order by d.held_on`;
