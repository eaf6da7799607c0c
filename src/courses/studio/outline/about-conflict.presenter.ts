import { DRIVER_NAMES } from '../../../platform/drivers.js';
import { t } from '../../../platform/language/t.js';
import { type BothVersions, type Conflict, different } from '../conflict.presenter.js';
import type { ChangedMeanwhile } from '../drafts/changed-meanwhile.js';
import { draftAboutPath } from '../paths.js';
import type { AboutForm } from './about.forms.js';
import { validity } from './about-rows.presenter.js';
import { COMPLETION_RULE_NAMES, COURSE_KIND_NAMES, COURSE_LANGUAGES } from './about-words.js';
import { type About, setAbout } from './set-about.js';

/** Both versions of a course's facts, those that are different. */
export function aboutConflict({ draft }: ChangedMeanwhile, about: About, body: unknown): Conflict {
  const mine = rowsOf(setAbout(draft.content, about));
  const theirs = rowsOf(draft.content);
  const rows: BothVersions[] = mine.map(([label, text], index) => ({ label, mine: text, theirs: theirs[index]![1] }));
  const path = draftAboutPath(draft.id);
  return { action: path, body, takePath: path, rows: different(rows), faces: null, lang: null };
}

type Facts = Pick<AboutForm, 'title' | 'summary' | 'drivers' | 'primaryDriver' | 'minutes' | 'kind' | 'language'> &
  Pick<AboutForm, 'completionRule' | 'validityMonths'> & { slug: string };

function rowsOf(facts: Facts): [label: string, text: string][] {
  return [
    [t('Title'), facts.title],
    [t('Address'), facts.slug],
    [t('Summary'), facts.summary],
    [t('Drivers'), facts.drivers.map((driver) => t(DRIVER_NAMES[driver])).join(', ')],
    [t('Main driver'), facts.primaryDriver === null ? '' : t(DRIVER_NAMES[facts.primaryDriver])],
    [t('Minutes'), String(facts.minutes ?? '')],
    [t('Kind'), t(COURSE_KIND_NAMES[facts.kind])],
    [t('Language'), COURSE_LANGUAGES[facts.language]],
    [t('Finished when'), t(COMPLETION_RULE_NAMES[facts.completionRule])],
    [t('A completion counts'), validity(facts.validityMonths)],
  ];
}
