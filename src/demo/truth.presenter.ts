import { coursePath } from '../courses/paths.js';
import { impactPath } from '../impact/paths.js';
import type { Actor } from '../platform/actor.js';
import { msg, t } from '../platform/language/t.js';
import { sayFullDate, sayList, saySigned } from '../platform/say.js';
import type { TrueGroup, TrueStory } from './planted-truth.js';

const WORDS: Record<TrueStory['key'], { title: string; chosen: string; whatIsTrue: string; expect: string }> = {
  waves: {
    title: msg('Random waves: it works'),
    chosen: msg('By lot: the areas of two regions were dealt to three waves and a comparison that is never asked.'),
    whatIsTrue: msg(
      'From the first week of its wave on, each visit to a branch is easy with a chance that is 2 points higher than it would be among the others. The total of a week stays what other stories need, so all units of the two regions give up together what the waves gain.',
    ),
    expect: msg('A study should find about 2 points, within its range, and say that chance alone does not do that.'),
  },
  lowest: {
    title: msg('The lowest first: it does nothing'),
    chosen: msg('By score: of Marcus’s region, the branches with the lowest ease over the 13 weeks before.'),
    whatIsTrue: msg(
      'The course changed nothing. The branches rise afterwards all the same, because a bad quarter is partly bad luck (regression to the mean).',
    ),
    expect: msg('A study should credit the course with nothing, and say how much of a rise was to be expected.'),
  },
  recent: {
    title: msg('Too young to tell: it does nothing either'),
    chosen: msg(
      'By branch code, whatever their customers say, among the other branches of Marcus’s region but for Dawn’s area.',
    ),
    whatIsTrue: msg('The course changed nothing, and three weeks hold too few answers to see that.'),
    expect: msg('A study should say what is missing and when there will be enough.'),
  },
};

/** Names of areas are for those who have the whole network in reach; everybody else is told how many. */
export function presentTruth(stories: readonly TrueStory[], titles: ReadonlyMap<string, string>, actor: Actor) {
  return {
    crumbs: [{ text: t('Impact'), href: impactPath }, { text: t('What was planted') }],
    title: t('What was planted'),
    sub: t('Everything in this demo is invented, so here it is known what is true. Hold each study against it.'),
    stories: stories.map((story) => presentStory(story, titles.get(story.slug) ?? story.slug, actor.reach.network)),
  };
}

function presentStory({ key, slug, points, groups }: TrueStory, course: string, names: boolean) {
  const words = WORDS[key];
  return {
    id: key,
    title: t(words.title),
    effect: t('True effect on ease: {points} points', { points: points === 0 ? '0' : saySigned(points) }),
    course: { text: course, href: coursePath(slug) },
    chosen: t(words.chosen),
    whatIsTrue: t(words.whatIsTrue),
    expect: t(words.expect),
    table: {
      caption: t('Who was asked, and since when: {story}', { story: t(words.title) }),
      head: [
        { text: t('Group') },
        { text: t('Since') },
        { text: t('Branches'), numeric: true },
        { text: t('Areas'), numeric: !names },
      ],
      rows: groups.map((group, index) => ({
        cells: [
          { text: nameOf(group, groups.length > 1 ? index + 1 : null) },
          { text: group.since === null ? t('Never') : sayFullDate(group.since) },
          { text: String(group.branches), numeric: true },
          names ? { text: sayList(group.areas) } : { text: String(group.areas.length), numeric: true },
        ],
      })),
    },
  };
}

function nameOf({ since }: TrueGroup, wave: number | null): string {
  if (since === null) return t('Comparison');
  return wave === null ? t('All of them') : t('Wave {n}', { n: String(wave) });
}
