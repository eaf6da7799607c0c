import { t } from '../../platform/language/t.js';
import { addDays } from '../../platform/dates.js';
import { sayFullDate } from '../../platform/say.js';
import { dashboardPath } from '../paths.js';
import { DELIVERY_WORDS } from './alert-choices.js';
import type { KeptAlert, ToldBefore } from './alerts.queries.js';
import { keyOf, kindOf } from './measure.js';
import { alertPath, alertRestorationPath } from './paths.js';
import { sayCondition } from './say-condition.js';
import { sayTold } from './say-told.js';
import type { Watchables } from './watchable.service.js';

/** What somebody is told about, and what that was lately. */
export function alertsPage(
  alerts: readonly KeptAlert[],
  told: readonly (ToldBefore & { alertId: number })[],
  deleted: KeptAlert | null,
  things: Watchables,
) {
  return {
    title: t('Tell me when'),
    dashboardPath,
    deleted: deleted && {
      text: t('“{name}” is deleted.', { name: sayAlertName(deleted, things) }),
      path: alertRestorationPath(deleted.id),
    },
    alerts: alerts.map((alert) => ({
      name: sayAlertName(alert, things),
      path: alertPath(alert.id),
      how: t(DELIVERY_WORDS[alert.delivery]),
      state: stateOf(alert, things),
      last: sayLast(
        alert,
        told.find(({ alertId }) => alertId === alert.id),
        things,
      ),
    })),
  };
}

/** The last that it told, and of when; numbers have periods of their own. */
function sayLast(alert: KeptAlert, last: ToldBefore | undefined, things: Watchables): string {
  if (!last) return t('Nothing to tell so far.');
  if (kindOf(alert.measure) === 'number') {
    const subject = things.get(alert.measure)?.subject ?? null;
    return t('Last told: {what}', { what: sayTold(alert, last, subject) });
  }
  return t('Last told for the week to {week}.', { week: sayFullDate(addDays(last.week, 6)) });
}

function stateOf({ placeName, level, paused, measure }: KeptAlert, things: Watchables): string | null {
  if (level !== 'network' && placeName === null) return t('Its place has closed.');
  if (keyOf(measure) !== '' && !things.has(measure)) return t('What it watches is no longer there.');
  return paused ? t('Paused') : null;
}

/** 'Ease falls clearly (slipping): each unit of Northmere and Coast'. */
export function sayAlertName(alert: KeptAlert, things: Watchables): string {
  const values = {
    condition: sayCondition(alert, things.get(alert.measure)?.subject ?? null),
    place: alert.placeName ?? (alert.level === 'network' ? t('The whole network') : t('a place that has closed')),
  };
  return alert.eachUnit ? t('{condition}: each unit of {place}', values) : t('{condition}: {place}', values);
}
