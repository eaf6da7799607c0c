import { type ContentFile, fileStem, readYamlFile } from '../platform/content-file.js';
import { type ContentReader, readContent, repeated } from '../platform/content-reader.js';
import { addDays, type IsoDate, isIsoDate } from '../platform/dates.js';
import { type Driver, DRIVERS } from '../platform/drivers.js';

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

/** @returns the campaign, or null with sentences that name file and line. */
export function readCampaignFile(file: ContentFile): { value: CampaignContent | null; problems: string[] } {
  return readYamlFile(file, (raw) => readContent(raw, (fields) => readCampaign(fields, fileStem(file.name))));
}

/** @param stem the file's name, which the slug must repeat */
function readCampaign(fields: ContentReader, stem: string): CampaignContent {
  const campaign: CampaignContent = {
    slug: fields.key('slug'),
    title: fields.text('title', 'the title', 100),
    story: fields.text('story', 'one or two sentences', 400),
    look: fields.oneOf('look', LOOKS),
    startsOn: readDay(fields, 'startsOn'),
    endsOn: readDay(fields, 'endsOn'),
    days: fields.list('days').map((item, at) => readThemeDay(fields.child(item, `Day ${at + 1}`))),
  };
  fields.close();
  if (campaign.slug !== '' && campaign.slug !== stem) {
    fields.problem('slug', `make the slug the same as the file’s name, “${stem}”.`);
  }
  checkDates(campaign, fields);
  return campaign;
}

function readThemeDay(fields: ContentReader): ThemeDayContent {
  const day = {
    heldOn: readDay(fields, 'heldOn'),
    title: fields.text('title', 'the title', 100),
    driver: fields.oneOf('driver', DRIVERS),
    course: fields.key('course'),
    summary: fields.text('summary', 'one sentence', 200),
    challenge: fields.text('challenge', 'what to try at the counter', 300),
    pledgePrompt: fields.text('pledgePrompt', 'the question', 200),
    huddle: fields.text('huddle', 'what to talk about', 500),
  };
  fields.close();
  return day;
}

function readDay(fields: ContentReader, field: string): IsoDate {
  const day = fields.text(field, 'a day', 40);
  if (day === '' || isIsoDate(day)) return day || NO_DAY;
  fields.problem(field, `write “${field}” as year, month and day, such as 2027-02-08.`);
  return NO_DAY;
}

function checkDates({ startsOn, endsOn, days }: CampaignContent, fields: ContentReader): void {
  const held = days.map((day) => day.heldOn);
  if ([startsOn, endsOn, ...held].includes(NO_DAY)) return;
  if (endsOn < startsOn) fields.problem('endsOn', 'let the week end on or after the day it starts.');
  else if (endsOn > addDays(startsOn, 13))
    fields.problem('endsOn', 'let the week end within a fortnight of its start.');
  for (const day of repeated(held)) fields.problem('days', `two days are held on ${day}; keep one of them.`);
  days.forEach((day, at) => {
    if (day.heldOn >= startsOn && day.heldOn <= endsOn) return;
    const outside = fields.child({ raw: day, path: ['days', at] }, `Day ${at + 1}`);
    outside.problem('heldOn', `${day.heldOn} lies outside the week, ${startsOn} to ${endsOn}.`);
  });
}
