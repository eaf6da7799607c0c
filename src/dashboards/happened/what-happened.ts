/** What happened while customers answered, as marks and sentences for the line over time. */
import type { CampaignRow } from '../../campaigns/campaigns.queries.js';
import { campaignPath } from '../../campaigns/paths.js';
import { coursePath } from '../../courses/paths.js';
import type { MergersOfUnit } from '../../network/mergers/mergers.queries.js';
import { unitPath } from '../../network/paths.js';
import { t } from '../../platform/language/t.js';
import { type Stay, sayStay } from '../as-of/as-of.js';
import type { Happened } from '../trend-marks.js';
import type { ChangeMade } from '../unit/changes-made.js';
import type { Occurred } from './happened.queries.js';

export function themedWeeks(campaigns: readonly CampaignRow[]): Happened[] {
  return campaigns.map(({ startsOn, title, slug }) => ({
    on: startsOn,
    what: t('themed week'),
    words: t('Themed week: {title}', { title }),
    path: campaignPath(slug),
  }));
}

/** Courses that came out, and changes at units of the area. */
export function occurred(rows: readonly Occurred[]): Happened[] {
  return rows.map(({ kind, on, words, code, unit }) =>
    kind === 'course'
      ? { on, what: t('new course'), words: t('New course: {title}', { title: words }), path: coursePath(code) }
      : { on, what: t('change'), words: t('{unit}: {words}', { unit: unit ?? '', words }), path: unitPath(code) },
  );
}

/** Places that came, went, opened or closed within the weeks of the page. */
export function moves(places: readonly { name: string; stay?: Stay | null }[]): Happened[] {
  return places.flatMap(({ name, stay }) =>
    [stay?.cameOn, stay?.leftOn].flatMap((on) => {
      const words = on ? sayStay(stay) : null;
      return on && words
        ? [{ on, what: t('move'), words: t('{unit}: {words}', { unit: name, words }), path: null }]
        : [];
    }),
  );
}

/** What was changed at a unit itself. */
export function ownChanges(changes: readonly ChangeMade[]): Happened[] {
  return changes.map(({ on, kind, words }) =>
    kind === 'action'
      ? { on, what: t('change'), words, path: null }
      : { on, what: t('training'), words: t('Training: {courses}', { courses: words }), path: null },
  );
}

export function mergersInto({ from }: MergersOfUnit): Happened[] {
  return from.map(({ on, name }) => ({
    on,
    what: t('merger'),
    words: t('{unit} became part of it', { unit: name }),
    path: null,
  }));
}
