import type { Actor } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { areaPath, regionPath, unitPath } from '../paths.js';
import type { PlaceKind } from '../roles.js';
import type { CoverRow } from './cover.queries.js';
import { isOpen, lastDayOf } from './cover-state.js';
import { coverCsvPath, newCoverPath, oneCoverPath } from './paths.js';
import { sayDays, sayState } from './say-cover.js';

export interface CoverListFacts {
  actor: Actor;
  /** Given by, held by or arranged by the reader. */
  mine: CoverRow[];
  /** In the places under the reader's. */
  below: CoverRow[];
  mayGive: boolean;
  today: IsoDate;
}

export const placePath: Record<PlaceKind, (code: string) => string> = {
  unit: unitPath,
  area: areaPath,
  region: regionPath,
};

export function presentCoverList({ actor, mine, below, mayGive, today }: CoverListFacts) {
  const others = below.filter((cover) => !mine.some(({ id }) => id === cover.id));
  const now = mine.filter((cover) => isOpen(cover, today));
  const past = mine.filter((cover) => !isOpen(cover, today));
  return {
    title: t('Cover'),
    sub: t('While a manager is away, a colleague acts for them. It ends by itself.'),
    action: mayGive ? { text: t('Name somebody to cover'), path: newCoverPath() } : null,
    now: now.length > 0 ? now.map((cover) => rowOf(cover, actor, today)) : null,
    below: others.length > 0 ? others.map((cover) => rowOf(cover, actor, today)) : null,
    past: past.length > 0 ? past.map((cover) => rowOf(cover, actor, today)) : null,
    csvPath: mine.length + others.length > 0 ? coverCsvPath : null,
    empty: {
      title: t('No cover at the moment'),
      text: mayGive
        ? t('Going away? Name a colleague who acts for you, from a day to a day.')
        : t('When a manager names you to act for them, it stands here, with the day on which it ends.'),
      action: mayGive ? { text: t('Name somebody to cover'), path: newCoverPath() } : null,
    },
  };
}

function rowOf(cover: CoverRow, { personId }: Actor, today: IsoDate) {
  const [holds, given] = [cover.deputy.id === personId, cover.holder.id === personId];
  return {
    deputy: holds ? t('You') : cover.deputy.name,
    holder: given ? t('You') : cover.holder.name,
    place: cover.name,
    placePath: holds || given ? null : placePath[cover.kind](cover.code),
    days: sayDays(cover),
    ...sayState(cover, today),
    path: oneCoverPath(cover.id),
    pathHidden: t('{deputy} for {holder}', { deputy: cover.deputy.name, holder: cover.holder.name }),
  };
}

export function coverColumns(today: IsoDate): CsvColumn<CoverRow>[] {
  return [
    { heading: t('Who covers'), of: ({ deputy }) => deputy.name },
    { heading: t('Reference'), of: ({ deputy }) => deputy.reference },
    { heading: t('For'), of: ({ holder }) => holder.name },
    { heading: t('Reference of the manager'), of: ({ holder }) => holder.reference },
    { heading: t('Code'), of: ({ code }) => code },
    { heading: t('Place'), of: ({ name }) => name },
    { heading: t('First day'), of: ({ startsOn }) => startsOn },
    { heading: t('Last day'), of: (cover) => lastDayOf(cover) },
    { heading: t('State'), of: (cover) => sayState(cover, today).text },
    { heading: t('Named by'), of: ({ givenBy }) => givenBy.name },
  ];
}
