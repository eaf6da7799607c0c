import type { Actor } from '../../platform/actor.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { can } from '../../platform/permissions.js';
import { sayMoment, sayTime } from '../../platform/say.js';
import type { Author, Draft, DraftChange } from './drafts/draft.js';
import { lastStep } from './drafts/history.js';
import { sayWords } from './drafts/words.js';
import { draftActionPath, draftPath, historyPath, studioPath } from './paths.js';
import { studioPermissions } from './studio.policy.js';

/** What the bar at the top of every page of a draft needs to know. */
export interface BarFacts {
  draft: Draft;
  changes: readonly DraftChange[];
  actor: Actor;
  today: IsoDate;
}

/**
 * Where the page hangs, when and by whom the draft was saved last, and the way back.
 * @param here the names of the pages between the draft and this one, this one last; none on the draft's own page
 * @param lesson the lesson that Undo comes back to; null for the draft's page
 */
export function presentBar(facts: BarFacts, here: { text: string; href?: string }[], lesson: string | null = null) {
  const { draft, changes, actor } = facts;
  const own = { text: courseName(draft), href: draftPath(draft.id) };
  const crumbs = [{ text: t('Studio'), href: studioPath() }, own, ...here];
  const step = can(actor, studioPermissions.write) ? lastStep(changes) : null;
  return {
    crumbs: crumbs.map((crumb, index) => (index === crumbs.length - 1 ? { text: crumb.text } : crumb)),
    saved: savedLine(facts),
    revision: draft.revision,
    lesson: lesson ?? '',
    undo: step && { path: draftActionPath(draft.id, 'undos'), hidden: `: ${sayWords(step.words)}` },
    historyPath: changes.length > 0 ? historyPath(draft.id) : null,
  };
}

/** A draft as lists and headings call it. */
export function courseName({ content }: Pick<Draft, 'content'>): string {
  return content.title || t('Untitled course');
}

export function isOwn(actor: Actor, author: Author): boolean {
  return author.id === actor.personId;
}

function savedLine({ draft, actor, today }: BarFacts): string {
  const isToday = londonDate(draft.changedAt) === today;
  const at = isToday ? sayTime(draft.changedAt) : sayMoment(draft.changedAt);
  if (isOwn(actor, draft.changedBy)) return t('Saved {at}', { at });
  return t('Saved {at} by {name}', { at, name: draft.changedBy.name });
}
