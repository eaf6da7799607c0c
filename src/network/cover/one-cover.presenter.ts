import type { Actor } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayMoment } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { sayRole } from '../role-words.js';
import { placePath } from './cover-list.presenter.js';
import type { CoverRow, CoverStep } from './cover.queries.js';
import { latestEnd } from './cover-rules.js';
import { isOpen, lastDayOf } from './cover-state.js';
import { postKey } from './managed-post.js';
import { coverChangesPath, coverEndingsPath, coverPath, newCoverPath } from './paths.js';
import { sayDays, sayMaker, sayState } from './say-cover.js';
import { mayHandBack, mayManage } from './who-may.js';

interface OneCoverFacts {
  cover: CoverRow;
  steps: CoverStep[];
  actor: Actor;
  today: IsoDate;
}

export function presentCover({ cover, steps, actor, today }: OneCoverFacts, problems: readonly Problem[], typed = '') {
  const shown = presentProblems(problems);
  const heading = t('{deputy} covers for {name}', { deputy: cover.deputy.name, name: cover.holder.name });
  const open = isOpen(cover, today);
  const manages = mayManage(actor, cover);
  return {
    title: shown ? t('Error: {title}', { title: heading }) : heading,
    heading,
    problems: shown,
    error: shown?.by.lastOn ?? null,
    backPath: coverPath,
    state: sayState(cover, today),
    facts: factsOf(cover),
    says: open
      ? t('What is done under it says “{maker}”.', { maker: sayMaker(cover.deputy.name, cover.holder.name) })
      : null,
    steps: steps.map(sayStep),
    change: open && manages ? changeOf(cover, today, typed) : null,
    end: open && (manages || mayHandBack(actor, cover)) ? endOf(cover, actor) : null,
    again: againOf(cover, open, manages),
  };
}

function factsOf(cover: CoverRow) {
  return [
    { label: t('In'), value: cover.name, note: sayRole(cover.role), path: placePath[cover.kind](cover.code) },
    { label: t('When'), value: sayDays(cover), note: whyOver(cover) },
    { label: t('Who covers'), value: cover.deputy.name, note: cover.deputy.reference },
    { label: t('For'), value: cover.holder.name, note: cover.holder.reference },
  ];
}

/** Ended cover is given again with the same people; whoever manages it may. */
function againOf(cover: CoverRow, open: boolean, manages: boolean) {
  return !open && manages
    ? { text: t('Name {name} again', { name: cover.deputy.name }), path: againPath(cover) }
    : null;
}

/** When it ended for another reason than its last day. */
function whyOver(cover: CoverRow): string | null {
  const last = lastDayOf(cover);
  if (last === null || last === cover.lastOn) return null;
  if (cover.endedOn !== null && last < cover.endedOn) return t('Ended early');
  return t('{name} leaves this post', { name: cover.holder.name });
}

function changeOf({ id, startsOn, lastOn }: CoverRow, today: IsoDate, typed: string) {
  return {
    path: coverChangesPath(id),
    value: typed || (lastOn ?? ''),
    min: startsOn > today ? startsOn : today,
    max: latestEnd(startsOn),
    hint: t('Up to {day}.', { day: sayFullDate(latestEnd(startsOn)) }),
  };
}

function endOf({ id, deputy, startsOn }: CoverRow, { personId }: Actor) {
  const own = deputy.id === personId;
  return {
    path: coverEndingsPath(id),
    text: own ? t('Hand it back now') : t('End it now'),
    what: own
      ? t('From then on you reach what you reached before. The manager reads that you handed it back.')
      : t('From the next click on {name} reaches what they reached before.', { name: deputy.name }),
    startsOn,
  };
}

function againPath(cover: CoverRow): string {
  const post = postKey({ reference: cover.holder.reference, kind: cover.kind, code: cover.code });
  return newCoverPath({ post, deputy: cover.deputy.reference });
}

function sayStep({ kind, lastOn, madeBy, madeAt }: CoverStep): string {
  const values = { name: madeBy, when: sayMoment(madeAt), day: lastOn === null ? '' : sayFullDate(lastOn) };
  if (kind === 'ended') return t('{when}: ended by {name}.', values);
  if (kind === 'changed') return t('{when}: {name} set the last day to {day}.', values);
  return lastOn === null
    ? t('{when}: given by {name}, until further notice.', values)
    : t('{when}: given by {name}, until {day}.', values);
}
