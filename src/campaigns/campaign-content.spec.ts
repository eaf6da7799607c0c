import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { addDays } from '../platform/dates.js';
import { root } from '../platform/root.js';
import { readCampaignFile } from './campaign-content.js';

const name = 'content/campaigns/kind-week.yaml';
const lines = [
  'slug: kind-week',
  'title: Kind week',
  'story: Be kind.',
  'look: love',
  'startsOn: 2027-02-08',
  'endsOn: 2027-02-13',
  'days:',
  '  - heldOn: 2027-02-08',
  '    title: A proper hello',
  '    driver: friendly',
  '    course: a-proper-hello',
  '    summary: A look up.',
  '    challenge: Greet ten people.',
  '    pledgePrompt: What will you do?',
  '    huddle: Who says hello first?',
];
const read = (changed: Record<number, string> = {}, more: string[] = []) =>
  readCampaignFile({ name, text: [...lines.map((line, at) => changed[at + 1] ?? line), ...more].join('\n') });

describe('reading a campaign file', () => {
  it('takes a well-made week', () => {
    expect(read()).toEqual({ value: expect.objectContaining({ slug: 'kind-week', look: 'love' }), problems: [] });
  });

  it.each([
    [10, '    driver: lovely', 'line 10: Day 1: set “driver” to one of: friendly'],
    [5, 'startsOn: 8 February', 'line 5: Write “startsOn” as year, month and day, such as 2027-02-08.'],
    [5, 'startsOn: 2027-02-30', 'line 5: Write “startsOn” as year'],
    [6, 'endsOn: 2027-02-07', 'line 6: Let the week end on or after the day it starts.'],
    [6, 'endsOn: 2027-03-31', 'line 6: Let the week end within a fortnight of its start.'],
    [8, '  - heldOn: 2027-02-20', 'line 8: Day 1: 2027-02-20 lies outside the week, 2027-02-08 to 2027-02-13.'],
    [1, 'slug: other-week', 'line 1: Make the slug the same as the file’s name, “kind-week”.'],
    [13, '    chalenge: Greet ten.', 'line 13: Day 1: “chalenge” is not a field here'],
    [4, 'look: spring', 'line 4: Set “look” to one of: love.'],
  ])('names line %i of "%s"', (line, words, sentence) => {
    const { value, problems } = read({ [line]: words });
    expect(value).toBeNull();
    expect(problems.join('\n')).toContain(`${name}, ${sentence}`);
  });

  it('refuses two days on one date', () => {
    const twice = read({}, lines.slice(7));
    expect(twice.problems).toEqual([expect.stringContaining('wo days are held on 2027-02-08')]);
  });

  it('says so when the file is not YAML', () => {
    expect(read({ 3: 'story: "Be kind.' }).problems[0]).toContain('This is not readable as YAML');
  });
});

const shipped = readdirSync(join(root, 'content/campaigns')).map((file) => `content/campaigns/${file}`);

describe.each(shipped)('%s', (file) => {
  const { value, problems } = readCampaignFile({ name: file, text: readFileSync(join(root, file), 'utf8') });

  it('reads without a problem and never shouts', () => {
    expect(problems).toEqual([]);
    expect(JSON.stringify(value)).not.toContain('!');
  });

  it('runs from Monday to Saturday around 14 February with one driver a day', () => {
    const days = value?.days ?? [];
    expect(days.map((day) => day.heldOn)).toEqual([0, 1, 2, 3, 4, 5].map((n) => addDays(value?.startsOn ?? '', n)));
    expect(new Set(days.map((day) => day.driver)).size).toBe(6);
    const year = value?.startsOn.slice(0, 4);
    expect((value?.startsOn ?? '') <= `${year}-02-14` && addDays(value?.startsOn ?? '', 6) >= `${year}-02-14`).toBe(
      true,
    );
  });
});
