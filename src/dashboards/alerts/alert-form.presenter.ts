import { t } from '../../platform/language/t.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { pagePathOf } from '../views/view-address.js';
import { choicesOf, familyAsked, FAMILY_NAMES, type Offered } from './alert-choices.js';
import type { AlertPlace } from './alert-place.js';
import { type AlertForm, conditionOf } from './alerts.forms.js';
import { sayAlertName } from './alerts.presenter.js';
import type { KeptAlert, ToldBefore } from './alerts.queries.js';
import { type Family, familyOf } from './measure.js';
import { alertDeletionPath, alertPath, alertPausePath, alertsPath, newAlertPath } from './paths.js';
import { previewWeeks } from './preview.js';
import { sayTold } from './say-told.js';
import { toldPath } from './told-path.js';
import type { Watchables } from './watchable.service.js';

export interface AlertFormAsked {
  place: AlertPlace;
  form: AlertForm;
  problems: readonly Problem[];
  /** Null until it was asked for. */
  preview: readonly ToldBefore[] | null;
  /** The alert that is changed, with what it told; null for a new one. */
  kept: { alert: KeptAlert; told: readonly ToldBefore[] } | null;
  things: Watchables;
  /** What its reader may watch there. */
  offered: ReadonlyMap<Family, readonly Offered[]>;
}

/** The form of an alert, new or kept, with what it would have told. */
export function alertFormPage(asked: AlertFormAsked) {
  const { place, form, problems, preview, kept, offered } = asked;
  const problemsView = presentProblems(problems);
  const family = kept ? familyOf(kept.alert.measure) : familyAsked(form.what, offered);
  return {
    ...headOf(asked),
    families: kept ? null : familyLinks(family, asked),
    problems: problemsView,
    errors: { measure: null, rule: null, threshold: null, delivery: null, eachUnit: null, ...problemsView?.by },
    token: form.token,
    about: form.about,
    what: family,
    eachUnit: mayEach(place, family) ? { checked: form.eachUnit === 'yes' } : null,
    ...choicesOf(form, family, offered.get(family) ?? []),
    preview: preview && previewOf(preview, asked),
    told: kept && kept.told.length > 0 ? toldRows(kept.told, asked) : null,
    kept: kept && keptParts(kept.alert),
  };
}

function headOf({ place, kept, things }: AlertFormAsked) {
  const placeName = place.name ?? t('The whole network');
  const lede = t('About {place}.', { place: placeName });
  if (!kept)
    return { title: t('Tell me when'), lede, back: { href: pagePathOf(place), text: placeName }, action: alertsPath };
  const back = { href: alertsPath, text: t('All alerts') };
  return { title: sayAlertName(kept.alert, things), lede, back, action: alertPath(kept.alert.id) };
}

/** Whether the units of a place can be watched one by one; held against each other they always are. */
const mayEach = ({ level }: AlertPlace, family: Family) =>
  (level === 'area' || level === 'region') && family !== 'funnel';

function familyLinks(current: Family, { offered, place }: AlertFormAsked) {
  return [...offered.keys()].map((family) => ({
    text: t(FAMILY_NAMES[family]),
    path: newAlertPath(pagePathOf(place), family),
    current: family === current,
  }));
}

const keptParts = ({ id, paused }: KeptAlert) => ({
  paused,
  pausePath: alertPausePath(id),
  deletePath: alertDeletionPath(id),
});

const MOST_SHOWN = 20;

function previewOf(told: readonly ToldBefore[], asked: AlertFormAsked) {
  const left = told.length - MOST_SHOWN;
  return {
    heading: sayPreview(told.length, previewWeeks(conditionOf(asked.form).measure)),
    rows: toldRows(told.slice(0, MOST_SHOWN), asked),
    more: left > 0 ? t('{n, plural, one {And # more.} other {And # more.}}', { n: left }) : hintOf(told.length, asked),
  };
}

/** Many units together hardly ever move: whoever is told nothing probably meant one of them. */
function hintOf(told: number, { place, form }: AlertFormAsked): string | null {
  const each = mayEach(place, familyOf(conditionOf(form).measure)) && form.eachUnit !== 'yes';
  if (told > 0 || !each) return null;
  return t('Many units together move little. To be told of a single one, watch each of its units by itself.');
}

function sayPreview(n: number, weeks: number): string {
  if (weeks === 1)
    return t(
      '{n, plural, =0 {As things are today this would tell you nothing.} one {As things are today this would tell you of one place.} other {As things are today this would tell you of # places.}}',
      { n },
    );
  return t(
    '{n, plural, =0 {In the last {weeks} weeks this would have told you nothing.} one {In the last {weeks} weeks this would have told you once.} other {In the last {weeks} weeks this would have told you # times.}}',
    { n, weeks },
  );
}

/** Each with a link to the page as it was then. */
function toldRows(told: readonly ToldBefore[], { place, form, kept, things }: AlertFormAsked) {
  const condition = kept?.told === told ? kept.alert : conditionOf(form);
  const subject = things.get(condition.measure)?.subject ?? null;
  const units = form.eachUnit === 'yes' || condition.measure === 'funnel';
  return told.map((one) => ({
    name: one.name ?? t('The whole network'),
    path: toldPath(condition.measure, { level: units ? 'unit' : place.level, code: one.code }, one.week, subject),
    text: sayTold(condition, one, subject),
  }));
}
