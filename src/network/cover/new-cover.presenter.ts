import { addDays, type IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { isRole, type PlaceKind } from '../roles.js';
import { sayRole } from '../role-words.js';
import { type ColleagueFound, MOST_FOUND } from './colleagues.queries.js';
import type { CoverWanted } from './cover.forms.js';
import { latestEnd, LONGEST_DAYS } from './cover-rules.js';
import { mayLast } from './gives-as.js';
import { type ManagedPost, postKey } from './managed-post.js';
import { coverPath, coverPreviewPath, newCoverPath } from './paths.js';

export interface NewCoverFacts {
  /** What the reader manages in their own right. */
  own: ManagedPost[];
  /** The post chosen already; null while none is. */
  post: ManagedPost | null;
  /** Whether the reader may also name cover for others. */
  mayLookBelow: boolean;
  /** What the search below found; null without one. */
  foundPosts: ManagedPost[] | null;
  /** What the search for a colleague found; null without one. */
  found: ColleagueFound[] | null;
  /** The colleague chosen already. */
  deputy: ColleagueFound | null;
}

export function presentNewCover(facts: NewCoverFacts, form: CoverWanted, problems: readonly Problem[], today: IsoDate) {
  const shown = presentProblems(problems);
  const title = t('Name somebody to cover');
  return {
    title: shown ? t('Error: {title}', { title }) : title,
    heading: title,
    problems: shown,
    errors: shown?.by ?? {},
    backPath: coverPath,
    action: coverPreviewPath,
    findAction: newCoverPath(),
    posts: postItems(facts),
    findPost: facts.mayLookBelow ? { value: form.findPost, ...saidOf(facts.foundPosts) } : null,
    colleagues: colleagueItems(facts),
    find: { value: form.find, ...saidOf(facts.found) },
    nobody: facts.own.length === 0 && !facts.mayLookBelow,
    dates: datesOf(facts.post, form, today),
  };
}

const PLACE_WORDS: Record<PlaceKind, (post: ManagedPost) => string> = {
  unit: ({ role, name, code }) => t('{role}, {place} ({code})', { role: sayRole(role), place: name, code }),
  area: ({ role, name, code }) => t('{role}, {place} ({code})', { role: sayRole(role), place: name, code }),
  region: ({ role, name, code }) => t('{role}, {place} ({code})', { role: sayRole(role), place: name, code }),
};

/** The reader's own posts, and those found below. The one chosen is there, however it was found. */
function postItems({ own, post, foundPosts }: NewCoverFacts) {
  const posts = [...own, ...(post ? [post] : []), ...(foundPosts ?? []).slice(0, MOST_FOUND)];
  const once = [...new Map(posts.map((one) => [postKey(one), one])).values()];
  const chosen = post ?? (once.length === 1 ? once[0]! : null);
  return once.length === 0
    ? null
    : once.map((one) => ({
        value: postKey(one),
        text: own.some((mine) => postKey(mine) === postKey(one)) ? t('Yourself') : one.personName,
        hint: PLACE_WORDS[one.kind](one),
        checked: chosen !== null && postKey(chosen) === postKey(one),
      }));
}

function colleagueItems({ deputy, found, post }: NewCoverFacts) {
  const others = (found ?? []).slice(0, MOST_FOUND).filter(({ personId }) => personId !== post?.personId);
  const once = [...new Map([...(deputy ? [deputy] : []), ...others].map((one) => [one.reference, one])).values()];
  return once.length === 0
    ? null
    : once.map((one) => ({
        value: one.reference,
        text: one.name,
        hint: t('{role}, {place} ({code})', {
          role: isRole(one.role) ? sayRole(one.role) : one.role,
          place: one.placeName,
          code: one.reference,
        }),
        checked: deputy?.reference === one.reference || once.length === 1,
      }));
}

/** What a search came to, in words; nothing while nobody searched. */
function saidOf(found: readonly unknown[] | null) {
  return {
    nobody: found?.length === 0 ? t('Nobody found. Try a part of the name, or the whole personnel reference.') : null,
    more: (found?.length ?? 0) > MOST_FOUND ? t('There are more: type more of the name.') : null,
  };
}

function datesOf(post: ManagedPost | null, form: CoverWanted, today: IsoDate) {
  const startsOn = form.startsOn || today;
  return {
    startsOn,
    today,
    lastOn: form.lastOn,
    max: latestEnd(today),
    hint: t('Cover lasts up to {n} days.', { n: String(LONGEST_DAYS) }),
    // Only areas and regions have deputies; before a post is chosen the form does not know.
    lasts:
      post === null || mayLast(post.role)
        ? [
            { value: 'day', text: t('Until a day'), checked: form.lasts !== 'open' },
            {
              value: 'open',
              text: t('Until further notice, as a deputy'),
              hint: t('For areas and regions only. Somebody ends it when it is no longer wanted.'),
              checked: form.lasts === 'open',
            },
          ]
        : null,
    tomorrow: addDays(today, 1),
  };
}
