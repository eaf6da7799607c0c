import { type ContentFile, fileStem, readYamlFile } from '../platform/content-file.js';
import { type ContentReader, readContent, repeated } from '../platform/content-reader.js';
import { addDays, type IsoDate, isIsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { type Driver, DRIVERS } from '../platform/drivers.js';
import { type Audience, readAudience } from './audience.js';

export const LOOKS = ['love'] as const;
export type Look = (typeof LOOKS)[number];

/** A themed week as its author wrote it in `content/campaigns/SLUG.yaml`. */
export interface CampaignContent {
  slug: string;
  title: string;
  story: string;
  look: Look;
  startsOn: IsoDate;
  endsOn: IsoDate;
  /** Null for the whole network. */
  audience: Audience | null;
  days: ThemeDayContent[];
}

export interface ThemeDayContent {
  heldOn: IsoDate;
  title: string;
  driver: Driver;
  /** The slug of the day's course. */
  course: string;
  summary: string;
  challenge: string;
  pledgePrompt: string;
  huddle: string;
}

const NO_DAY = '0000-00-00';

/** The longest that a week may say in each place; the studio's forms go by the same. */
export const LIMITS = { title: 100, story: 400, summary: 200, challenge: 300, pledgePrompt: 200, huddle: 500 } as const;

/** No week lasts longer than a fortnight. */
export const LONGEST_DAYS = 14;

export interface CampaignRead {
  value: CampaignContent | null;
  /** Sentences that name file and line. */
  problems: string[];
}

/** @returns the campaign, or null with what has to be put right. Its slug repeats the file's name. */
export function readCampaignFile(file: ContentFile): CampaignRead {
  return readYamlFile(file, (raw) =>
    readContent(raw, (fields) => {
      const campaign = readCampaign(fields);
      const stem = fileStem(file.name);
      if (campaign.slug !== '' && campaign.slug !== stem) {
        fields.problem('slug', t('make the slug the same as the file’s name, “{stem}”.', { stem }));
      }
      return campaign;
    }),
  );
}

/** The same for a file whose name nobody kept. */
export function readCampaignText(text: string): CampaignRead {
  return readYamlFile({ name: t('The file'), text }, (raw) => readContent(raw, readCampaign));
}

function readCampaign(fields: ContentReader): CampaignContent {
  const campaign: CampaignContent = {
    slug: fields.key('slug'),
    title: fields.text('title', t('the title'), LIMITS.title),
    story: fields.text('story', t('one or two sentences'), LIMITS.story),
    look: fields.oneOf('look', LOOKS),
    startsOn: readDay(fields, 'startsOn'),
    endsOn: readDay(fields, 'endsOn'),
    audience: readAudience(fields),
    days: fields.list('days').map((item, at) => readThemeDay(fields.child(item, t('Day {n}', { n: String(at + 1) })))),
  };
  fields.close();
  checkDates(campaign, fields);
  return campaign;
}

function readThemeDay(fields: ContentReader): ThemeDayContent {
  const day = {
    heldOn: readDay(fields, 'heldOn'),
    title: fields.text('title', t('the title'), LIMITS.title),
    driver: fields.oneOf('driver', DRIVERS),
    course: fields.key('course'),
    summary: fields.text('summary', t('one sentence'), LIMITS.summary),
    challenge: fields.text('challenge', t('what to try at the counter'), LIMITS.challenge),
    pledgePrompt: fields.text('pledgePrompt', t('the question'), LIMITS.pledgePrompt),
    huddle: fields.text('huddle', t('what to talk about'), LIMITS.huddle),
  };
  fields.close();
  return day;
}

function readDay(fields: ContentReader, field: string): IsoDate {
  const day = fields.text(field, t('a day'), 40);
  if (day === '' || isIsoDate(day)) return day || NO_DAY;
  fields.problem(field, t('write “{field}” as year, month and day, such as 2027-02-08.', { field }));
  return NO_DAY;
}

function checkDates({ startsOn, endsOn, days }: CampaignContent, fields: ContentReader): void {
  const held = days.map((day) => day.heldOn);
  if ([startsOn, endsOn, ...held].includes(NO_DAY)) return;
  if (endsOn < startsOn) fields.problem('endsOn', t('let the week end on or after the day it starts.'));
  else if (endsOn > addDays(startsOn, LONGEST_DAYS - 1))
    fields.problem('endsOn', t('let the week end within a fortnight of its start.'));
  for (const day of repeated(held)) fields.problem('days', t('two days are held on {day}; keep one of them.', { day }));
  days.forEach((day, at) => {
    if (day.heldOn >= startsOn && day.heldOn <= endsOn) return;
    const outside = fields.child({ raw: day, path: ['days', at] }, t('Day {n}', { n: String(at + 1) }));
    outside.problem(
      'heldOn',
      t('{day} lies outside the week, {from} to {to}.', { day: day.heldOn, from: startsOn, to: endsOn }),
    );
  });
}
