import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { IsoDate } from '../platform/dates.js';
import type { Driver } from '../platform/drivers.js';
import type { Look } from './campaign-content.js';
import type { HeldDay } from './opening.js';

export interface CampaignRow {
  id: number;
  slug: string;
  title: string;
  story: string;
  look: Look;
  startsOn: IsoDate;
  endsOn: IsoDate;
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

/** Reads themed weeks; content is the same for all, what is done belongs to the person who asks. */
@Injectable()
export class CampaignsQueries {
  constructor(private readonly db: Database) {}

  /** All campaigns, the newest first. */
  all(): Promise<CampaignRow[]> {
    return this.db.query<CampaignRow>(`select ${CAMPAIGN} from campaign c order by c.starts_on desc`);
  }

  bySlug(slug: string): Promise<CampaignRow | null> {
    return this.db.one<CampaignRow>(`select ${CAMPAIGN} from campaign c where c.slug = $1`, [slug]);
  }

  /** The days of a campaign with what this person has done of them by `now`. */
  days(campaignId: number, personId: number, now: Date): Promise<MyThemeDay[]> {
    return this.db.query<MyThemeDay>(DAYS, [campaignId, personId, now]);
  }

  /** The week that runs today with my days, or null: what home shows first. */
  async running(personId: number, today: IsoDate, now: Date): Promise<MyWeek | null> {
    const campaign = await this.db.one<CampaignRow>(
      `select ${CAMPAIGN} from campaign c where $1::date between c.starts_on and c.ends_on order by c.starts_on desc limit 1`,
      [today],
    );
    return campaign && { campaign, days: await this.days(campaign.id, personId, now) };
  }

  /** The theme days, in whichever week, whose lesson this course is and for which this person has not pledged. */
  unpledgedDays(courseId: number, personId: number, now: Date): Promise<UnpledgedDay[]> {
    return this.db.query<UnpledgedDay>(
      `select w.slug, d.held_on "heldOn", d.challenge, w.starts_on "startsOn", w.ends_on "endsOn"
         from theme_day d join campaign w on w.id = d.campaign_id
        where d.course_id = $1
          and not exists (select from pledge p where p.theme_day_id = d.id and p.person_id = $2 and p.made_at <= $3)`,
      [courseId, personId, now],
    );
  }

  /** When the weeks hold those of the courses that were written as theme days. */
  heldDays(courseIds: number[]): Promise<(HeldDay & { courseId: number })[]> {
    return this.db.query(
      `select d.course_id "courseId", d.held_on "heldOn", w.starts_on "startsOn", w.ends_on "endsOn"
         from theme_day d join campaign w on w.id = d.campaign_id join course c on c.id = d.course_id
        where d.course_id = any ($1) and c.kind = 'themeDay'`,
      [courseIds],
    );
  }
}

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
