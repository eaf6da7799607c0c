import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UNIT_KINDS } from '../../network/imports/codes.js';
import { addDays } from '../../platform/dates.js';
import { DRIVERS } from '../../platform/drivers.js';
import { audienceOf } from '../audience.js';
import { type CampaignContent, LIMITS, readCampaignText } from '../campaign-content.js';
import { campaignYaml } from './campaign-yaml.js';
import { draftOf } from './draft.js';
import { loveWeek } from './love-week.js';

const words = (limit: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
      awkward,
    )
    .map((text) => text.normalize().trim().slice(0, limit))
    .filter((text) => text.trim() !== '' && text === text.trim() && Buffer.from(text).toString() === text);

/** What YAML reads as something else unless it is quoted. */
const awkward = fc.constantFrom(
  ...[
    'null',
    'true',
    '~',
    '12',
    '2027-02-08',
    '- a',
    'a: b',
    '#x',
    '"',
    "it's",
    '&a',
    '*a',
    '!x',
    '|',
    '>',
    '%',
    '@',
    '`',
  ],
  ...[
    'line one\nline two',
    'line one\n\n  indented\nend',
    'x:',
    '[1, 2]',
    '{a: 1}',
    '? a',
    '<<',
    '0x1F',
    '.inf',
    '“Sorry”',
  ],
);
const key = fc.constantFrom('a', 'a-proper-hello', 'love-2028', '2028', 'null', 'true');
const code = fc.constantFrom('R1', 'A07', '021047', 'no', '1e3', 'a b');

const campaign: fc.Arbitrary<CampaignContent> = fc
  .record({
    slug: key,
    title: words(LIMITS.title),
    story: words(LIMITS.story),
    look: fc.constant('love' as const),
    length: fc.integer({ min: 1, max: 14 }),
    audience: fc
      .record({
        regions: fc.uniqueArray(code, { maxLength: 3 }),
        areas: fc.uniqueArray(code, { maxLength: 3 }),
        kinds: fc.uniqueArray(fc.constantFrom(...UNIT_KINDS), { maxLength: 4 }),
      })
      .map(audienceOf),
    days: fc.array(
      fc.record({
        title: words(LIMITS.title),
        driver: fc.constantFrom(...DRIVERS),
        course: key,
        summary: words(LIMITS.summary),
        challenge: words(LIMITS.challenge),
        pledgePrompt: words(LIMITS.pledgePrompt),
        huddle: words(LIMITS.huddle),
      }),
      { minLength: 1, maxLength: 14 },
    ),
  })
  .map(({ length, days, ...week }) => ({
    ...week,
    startsOn: '2028-02-14',
    endsOn: addDays('2028-02-14', length - 1),
    days: days.slice(0, length).map((day, at) => ({ heldOn: addDays('2028-02-14', at), ...day })),
  }));

describe('a week as a file', () => {
  it('reads as the week it was written from', () => {
    fc.assert(
      fc.property(campaign, (content) => {
        const { value, problems } = readCampaignText(campaignYaml(draftOf(content)));
        expect(problems).toEqual([]);
        expect(value).toEqual(content);
      }),
      { numRuns: 300 },
    );
  });

  it('names by line what an unfinished week still needs', () => {
    const { value, problems } = readCampaignText(campaignYaml(loveWeek(2028, 'love-2028')));
    expect(value).toBeNull();
    expect(problems).toHaveLength(6);
    expect(problems[0]).toMatch(/^The file, line \d+: Day 1: write a short name in “course”\./);
  });
});
