/** The template of Love Your Customers Week: Monday to Saturday, one driver a day, courses still to be chosen. */
import { addDays } from '../../platform/dates.js';
import type { DraftCampaign, DraftDay } from './draft.js';
import { loveWeekOf } from './shifted-week.js';

/** What the week is called; content, and the same in every language. */
export const LOVE_WEEK = 'Love Your Customers Week';

export function loveWeek(year: number, slug: string): DraftCampaign {
  const week = loveWeekOf(year);
  const days = THEMES.map((theme, at): DraftDay => {
    const heldOn = addDays(week.startsOn, at);
    return { key: `day-${at + 1}`, heldOn, course: '', ...theme };
  });
  return { slug, title: LOVE_WEEK, story: STORY, look: 'love', ...week, audience: null, days };
}

const STORY = 'Six days, six small habits. Five minutes each, then try it at the counter.';

type Theme = Omit<DraftDay, 'key' | 'heldOn' | 'course'>;

/** Content, like what content/campaigns holds: an author’s first words, to be made their own. */
const THEMES: readonly Theme[] = [
  {
    title: 'Glad you came in',
    driver: 'friendly',
    summary: 'People remember how they were met.',
    challenge: 'Look up and say hello to every customer in the next hour before they speak.',
    pledgePrompt: 'How will you show the next person that they are welcome?',
    huddle: 'Where were you last made to feel welcome, and by what? Which of it could we do here today?',
  },
  {
    title: 'One step fewer',
    driver: 'efficiency',
    summary: 'Save somebody a trip, a form or a wait.',
    challenge: 'Before you start, ask five customers whether they have all they need with them.',
    pledgePrompt: 'Which step will you spare a customer today?',
    huddle: 'What do customers come back for a second time? What could we ask so that once is enough?',
  },
  {
    title: 'What happens next',
    driver: 'expectations',
    summary: 'Say what will happen and when, then keep to it.',
    challenge: 'Tell every customer who leaves with something open what happens next, and by when.',
    pledgePrompt: 'What will you say so that nobody has to wonder?',
    huddle: 'What did somebody expect of us this week that we could not do? When did they find out?',
  },
  {
    title: 'In their shoes',
    driver: 'understanding',
    summary: 'Notice what somebody does not say.',
    challenge: 'Three times today, say what you noticed before you answer.',
    pledgePrompt: 'How will you find out what matters to the next customer?',
    huddle: 'Which visits are hard for our customers? How can we tell before they say so?',
  },
  {
    title: 'You can rely on us',
    driver: 'professional',
    summary: 'Small promises, kept.',
    challenge: 'Make one small promise to a customer today, write it down and keep it.',
    pledgePrompt: 'Which promise will you keep today?',
    huddle: 'What do we promise here that we cannot always keep? What could we promise instead?',
  },
  {
    title: 'A straight answer',
    driver: 'knowledge',
    summary: 'Know it, or find out for them.',
    challenge: 'Find the answer to one question that you would have passed on last week.',
    pledgePrompt: 'What will you look up today?',
    huddle: 'Which question did each of us not know this week? Let us find one answer together.',
  },
];
