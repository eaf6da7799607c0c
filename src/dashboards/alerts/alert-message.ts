/** What an alert tells, from what is kept about it, in its reader's language. */
import { addDays } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayList } from '../../platform/say.js';
import type { PresentedMessage } from '../../notifications/message-kinds.service.js';
import type { MessageFacts } from '../../notifications/planned-message.js';
import type { ViewLevel } from '../views/view-address.js';
import type { Condition } from './alert.js';
import { readAlertFacts } from './alert-facts.js';
import { kindOf } from './measure.js';
import { alertPath, alertsPath } from './paths.js';
import { sayCondition } from './say-condition.js';
import { sayTold } from './say-told.js';
import type { Subject } from './subject.js';
import type { Told } from './told.js';
import { toldPath } from './told-path.js';

export const ALERT_TOLD = 'dashboards.alert';

const MOST_NAMED = 3;

export interface ToldPlace extends Told {
  code: string | null;
  /** Null for the whole network. */
  name: string | null;
}

/** The facts of one message about the places that an alert tells of in a week: the first few by name. */
export function alertFacts(
  alert: Condition & { id: number; level: ViewLevel; code: string | null; eachUnit: boolean },
  told: readonly ToldPlace[],
  subject: Subject | null,
): MessageFacts {
  const [first] = told;
  const single = told.length === 1 ? first : undefined;
  const shown = single && alert.eachUnit ? ({ level: 'unit', code: single.code } as const) : alert;
  return {
    alertId: alert.id,
    measure: alert.measure,
    rule: alert.rule,
    threshold: alert.threshold,
    places: told
      .slice(0, MOST_NAMED)
      .map(({ name }) => name ?? '')
      .join('\n'),
    more: Math.max(0, told.length - MOST_NAMED),
    path: toldPath(alert.measure, { level: shown.level, code: shown.code }, first?.week ?? '', subject),
    week: first?.week ?? null,
    ...figuresOf(single),
    ...factsOf(subject),
  };
}

/** Of one place; several are told by name alone. */
function figuresOf(single: ToldPlace | undefined) {
  if (!single) return { value: null, low: null, high: null, n: null, change: null };
  const { value, low, high, n, change } = single;
  return { value, low, high, n, change };
}

/** Names go along, so that the message says the same when the theme or the number is renamed. */
function factsOf(subject: Subject | null) {
  if (!subject) return {};
  const { name, nameCy, number } = subject;
  return { subject: name, subjectCy: nameCy, ...number };
}

export function sayAlert(kept: MessageFacts): PresentedMessage {
  const facts = readAlertFacts(kept);
  if (!facts) return unreadable();
  const { alertId, condition, subject, more, told, week, path } = facts;
  const names = facts.places.map((name) => name || t('The whole network'));
  const places = sayList(more > 0 ? [...names, t('{n, plural, one {# more} other {# more}}', { n: more })] : names);
  return {
    title: t('{places}: {condition}', { places, condition: sayCondition(condition, subject) }),
    text: told
      ? sayTold(condition, { ...told, week }, subject)
      : t('In the weeks to {week}.', { week: sayFullDate(addDays(week, 6)) }),
    path,
    action: ofWeeks(condition) ? t('See these weeks') : t('See the page'),
    aside: { text: t('Change or stop this alert'), path: alertPath(alertId) },
  };
}

function ofWeeks({ measure }: Condition): boolean {
  return !['completion', 'course', 'number'].includes(kindOf(measure));
}

/** Kept by a version that said other things: its reader still gets to the alerts. */
function unreadable(): PresentedMessage {
  return {
    title: t('One of your alerts'),
    text: t('What it told can’t be shown any more.'),
    path: alertsPath,
    action: t('See all alerts'),
  };
}
