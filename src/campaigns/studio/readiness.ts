/** What is left to do before a week can be published: one list that feeds the page and guards the act. */
import { repeated } from '../../platform/content-reader.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayList } from '../../platform/say.js';
import { type Audience, audiencesMeet } from '../audience.js';
import { LONGEST_DAYS } from '../campaign-content.js';
import type { Week } from '../opening.js';
import type { DraftCampaign, DraftDay } from './draft.js';
import { frozenChanges, hasBegun, type Live } from './frozen.js';

export interface ReadinessFacts {
  draft: DraftCampaign;
  today: IsoDate;
  /** What everybody sees now; null before it is first published. */
  live: Live | null;
  /** Another week has this address. */
  slugTaken: boolean;
  /** Slugs of published courses. */
  courses: ReadonlySet<string>;
  /** Titles of courses that an earlier week used, by slug. */
  usedBefore: ReadonlyMap<string, string>;
  /** Codes of regions and areas that exist. */
  places: { regions: ReadonlySet<string>; areas: ReadonlySet<string> };
  /** Other published weeks. */
  others: readonly (Week & { title: string; audience: Audience | null })[];
}

export interface Finding {
  sentence: string;
  /** The key of the day that it is about; null for the week itself. */
  day: string | null;
}

export interface Readiness {
  /** What blocks publishing. */
  blocks: Finding[];
  /** What an author should know and may leave. */
  warnings: Finding[];
}

export function readinessOf(facts: ReadinessFacts): Readiness {
  return {
    blocks: [
      ...weekBlocks(facts),
      ...dateBlocks(facts.draft),
      ...facts.draft.days.flatMap((day) => dayBlocks(day, facts)),
    ],
    warnings: [...overlaps(facts), ...usedCourses(facts)],
  };
}

function weekBlocks({ draft, today, live, slugTaken, places }: ReadinessFacts): Finding[] {
  const { title, story, slug, endsOn, days } = draft;
  const unknown = unknownCodes(draft.audience, places);
  return ofWeek([
    title === '' && t('The week has no name.'),
    story === '' && t('The week has no story: one or two sentences that say what it is about.'),
    slugTaken && t('Another week has the address “{slug}”. Choose another one.', { slug }),
    !isUnderWay(live, today) && endsOn < today && t('The week would be over already. Give it dates to come.'),
    unknown.length > 0 &&
      t('No region or area has the code {codes}. Correct the audience.', { codes: sayList(unknown) }),
    days.length === 0 && t('The week has no days.'),
    ...(live === null ? [] : frozenChanges(live, draft, today)),
  ]);
}

/** A week that has begun may end; one that nobody has seen yet must not be over. */
function isUnderWay(live: Live | null, today: IsoDate): boolean {
  return live !== null && hasBegun(live.content, today);
}

function unknownCodes(audience: Audience | null, { regions, areas }: ReadinessFacts['places']): string[] {
  if (audience === null) return [];
  return [
    ...audience.regions.filter((code) => !regions.has(code)),
    ...audience.areas.filter((code) => !areas.has(code)),
  ];
}

function dateBlocks({ startsOn, endsOn, days }: DraftCampaign): Finding[] {
  const twice = repeated(days.map((day) => day.heldOn)).map((date) => ({
    sentence: t('Two days are held on {date}. Move one of them.', { date: sayDate(date) }),
    day: days.findLast((day) => day.heldOn === date)?.key ?? null,
  }));
  const outside = days.filter((day) => day.heldOn < startsOn || day.heldOn > endsOn);
  return [
    ...ofWeek([
      endsOn < startsOn && t('The week ends before it starts.'),
      endsOn > addDays(startsOn, LONGEST_DAYS - 1) && t('The week lasts longer than a fortnight.'),
    ]),
    ...twice,
    ...outside.map((day) => ({
      sentence: t('{date} lies outside the week.', { date: sayDate(day.heldOn) }),
      day: day.key,
    })),
  ];
}

function dayBlocks(day: DraftDay, { courses }: ReadinessFacts): Finding[] {
  const date = sayDate(day.heldOn);
  const missing = missingTexts(day);
  const sentences = [
    day.driver === null && t('{date} has no driver.', { date }),
    day.course === '' && t('{date} has no course.', { date }),
    day.course !== '' &&
      !courses.has(day.course) &&
      t('The course of {date}, “{course}”, is not published.', { date, course: day.course }),
    missing.length > 0 && t('{date} still needs: {parts}.', { date, parts: sayList(missing) }),
  ];
  return sentences.filter(isSaid).map((sentence) => ({ sentence, day: day.key }));
}

function missingTexts(day: DraftDay): string[] {
  return [
    day.title === '' && t('a title'),
    day.summary === '' && t('one line about it'),
    day.challenge === '' && t('a challenge'),
    day.pledgePrompt === '' && t('a pledge prompt'),
    day.huddle === '' && t('a conversation starter'),
  ].filter(isSaid);
}

function overlaps({ draft, others }: ReadinessFacts): Finding[] {
  const meeting = others.filter(
    (other) =>
      other.startsOn <= draft.endsOn && other.endsOn >= draft.startsOn && audiencesMeet(other.audience, draft.audience),
  );
  return ofWeek(
    meeting.map(({ title, startsOn }) =>
      t('“{title}” from {date} runs in the same days for the same people. Home shows only one of them.', {
        title,
        date: sayDate(startsOn, draft.startsOn),
      }),
    ),
  );
}

function usedCourses({ draft, usedBefore }: ReadinessFacts): Finding[] {
  return draft.days.flatMap((day) => {
    const title = usedBefore.get(day.course);
    if (title === undefined) return [];
    const sentence = t('“{title}” was in an earlier week: whoever finished it then finds it done.', { title });
    return [{ sentence, day: day.key }];
  });
}

function ofWeek(sentences: (string | false)[]): Finding[] {
  return sentences.filter(isSaid).map((sentence) => ({ sentence, day: null }));
}

function isSaid(sentence: string | false): sentence is string {
  return sentence !== false;
}
