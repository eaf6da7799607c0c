import { msg, t } from '../../platform/language/t.js';
import { addDays } from '../../platform/dates.js';
import { sayFullDate } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { pagePathOf } from '../views/view-address.js';
import { type Delivery, DELIVERIES, MEASURES, type Rule, RULES, sayCondition, sayMeasure } from './alert.js';
import { sayTold, weeksPath } from './alert-message.js';
import { type AlertForm, conditionOf } from './alerts.forms.js';
import type { KeptAlert, ToldBefore } from './alerts.queries.js';
import { type AlertPlace, PREVIEW_WEEKS } from './alerts.service.js';
import { alertDeletionPath, alertPath, alertPausePath, alertRestorationPath, alertsPath } from './paths.js';

const RULE_WORDS: Record<Rule, string> = {
  falls: msg(
    'It falls clearly: the last 4 weeks against the 13 before, with an interval that leaves no room for chance',
  ),
  below: msg('Its interval is wholly below a number'),
  above: msg('Its interval is wholly above a number'),
  few: msg('Fewer customers than a number answer in a week, whatever I watch'),
};

const DELIVERY_WORDS: Record<Delivery, string> = {
  app: msg('In my messages here'),
  mail: msg('Also by e-mail, at once within working hours'),
  digest: msg('Also in the e-mail of the next working morning'),
};

/** What somebody is told about, and what that was lately. */
export function alertsPage(
  alerts: readonly KeptAlert[],
  told: readonly (ToldBefore & { alertId: number })[],
  deleted: KeptAlert | null,
) {
  return {
    title: t('Tell me when'),
    deleted: deleted && {
      text: t('“{name}” is deleted.', { name: sayAlertName(deleted) }),
      path: alertRestorationPath(deleted.id),
    },
    alerts: alerts.map((alert) => {
      const last = told.find(({ alertId }) => alertId === alert.id);
      return {
        name: sayAlertName(alert),
        path: alertPath(alert.id),
        how: t(DELIVERY_WORDS[alert.delivery]),
        state: stateOf(alert),
        last: last
          ? t('Last told for the week to {week}.', { week: sayFullDate(addDays(last.week, 6)) })
          : t('Nothing to tell so far.'),
      };
    }),
  };
}

function stateOf({ placeName, level, paused }: KeptAlert): string | null {
  if (level !== 'network' && placeName === null) return t('Its place has closed.');
  return paused ? t('Paused') : null;
}

/** 'Ease falls clearly: each unit of Northmere and Coast'. */
export function sayAlertName(alert: KeptAlert): string {
  const values = {
    condition: sayCondition(alert),
    place: alert.placeName ?? (alert.level === 'network' ? t('The whole network') : t('a place that has closed')),
  };
  return alert.eachUnit ? t('{condition}: each unit of {place}', values) : t('{condition}: {place}', values);
}

export interface AlertFormAsked {
  place: AlertPlace;
  form: AlertForm;
  problems: readonly Problem[];
  /** Null until it was asked for. */
  preview: readonly ToldBefore[] | null;
  /** The alert that is changed, with what it told; null for a new one. */
  kept: { alert: KeptAlert; told: readonly ToldBefore[] } | null;
}

/** The form of an alert, new or kept, with what it would have told. */
export function alertFormPage({ place, form, problems, preview, kept }: AlertFormAsked) {
  const problemsView = presentProblems(problems);
  const placeName = place.name ?? t('The whole network');
  return {
    title: kept ? sayAlertName(kept.alert) : t('Tell me when'),
    lede: t('About {place}.', { place: placeName }),
    back: kept ? { href: alertsPath, text: t('All alerts') } : { href: pagePathOf(place), text: placeName },
    problems: problemsView,
    errors: { measure: null, rule: null, threshold: null, delivery: null, ...problemsView?.by },
    action: kept ? alertPath(kept.alert.id) : alertsPath,
    token: form.token,
    about: form.about,
    eachUnit: place.level === 'area' || place.level === 'region' ? { checked: form.eachUnit === 'yes' } : null,
    ...choicesOf(form),
    threshold: form.threshold,
    preview: preview && previewOf(preview, place, form),
    told: kept && kept.told.length > 0 ? toldRows(kept.told, place, form) : null,
    kept: kept && {
      paused: kept.alert.paused,
      pausePath: alertPausePath(kept.alert.id),
      deletePath: alertDeletionPath(kept.alert.id),
    },
  };
}

function choicesOf(form: AlertForm) {
  return {
    measures: MEASURES.map((value) => ({ value, text: sayMeasure(value), selected: value === form.measure })),
    rules: RULES.map((value) => ({ value, text: t(RULE_WORDS[value]), checked: value === form.rule })),
    deliveries: DELIVERIES.map((value) => ({
      value,
      text: t(DELIVERY_WORDS[value]),
      checked: value === form.delivery,
    })),
  };
}

function previewOf(told: readonly ToldBefore[], place: AlertPlace, form: AlertForm) {
  const values = { n: told.length, weeks: PREVIEW_WEEKS };
  return {
    heading: t(
      '{n, plural, =0 {In the last {weeks} weeks this would have told you nothing.} one {In the last {weeks} weeks this would have told you once.} other {In the last {weeks} weeks this would have told you # times.}}',
      values,
    ),
    rows: toldRows(told.slice(0, MOST_SHOWN), place, form),
    more:
      told.length > MOST_SHOWN
        ? t('{n, plural, one {And # more.} other {And # more.}}', { n: told.length - MOST_SHOWN })
        : null,
  };
}

const MOST_SHOWN = 20;

/** Each with a link to the page as it was then. */
function toldRows(told: readonly ToldBefore[], place: AlertPlace, form: AlertForm) {
  const level = form.eachUnit === 'yes' ? 'unit' : place.level;
  return told.map((one) => ({
    name: one.name ?? t('The whole network'),
    path: weeksPath(level, one.code, one.week),
    text: sayTold(conditionOf(form), one, sayFullDate(addDays(one.week, 6))),
  }));
}
