/** What an alert tells, from what is kept about it, in its reader's language. */
import { addDays } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayList, sayScore } from '../../platform/say.js';
import type { PresentedMessage } from '../../notifications/message-kinds.service.js';
import type { MessageFacts } from '../../notifications/planned-message.js';
import { pagePathOf, type ViewLevel } from '../views/view-address.js';
import { type Condition, sayCondition, sayMeasure } from './alert.js';
import type { Told } from './judge.js';
import { alertPath } from './paths.js';

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
    path: weeksPath(shown.level, shown.code, first?.week ?? ''),
    week: first?.week ?? null,
    ...figuresOf(single),
  };
}

/** Of one place; several are told by name alone. */
function figuresOf(single: ToldPlace | undefined) {
  if (!single) return { value: null, low: null, high: null, n: null, change: null };
  const { value, low, high, n, change } = single;
  return { value, low, high, n, change };
}

/** The page of a place as it was: the four weeks to the end of a week. */
export function weeksPath(level: ViewLevel, code: string | null, week: string): string {
  const query = new URLSearchParams({ from: addDays(week, -21), to: addDays(week, 6) }).toString();
  return `${pagePathOf({ level, code })}?${query}`;
}

export function sayAlert(facts: MessageFacts): PresentedMessage {
  const condition = { measure: facts.measure, rule: facts.rule, threshold: facts.threshold } as unknown as Condition;
  const names = String(facts.places)
    .split('\n')
    .map((name) => name || t('The whole network'));
  const more = Number(facts.more);
  const places = sayList(more > 0 ? [...names, t('{n, plural, one {# more} other {# more}}', { n: more })] : names);
  const week = sayFullDate(addDays(String(facts.week), 6));
  return {
    title: t('{places}: {condition}', { places, condition: sayCondition(condition) }),
    text:
      facts.n === null ? t('In the weeks to {week}.', { week }) : sayTold(condition, facts as unknown as Told, week),
    path: String(facts.path),
    action: t('See these weeks'),
    aside: { text: t('Change or stop this alert'), path: alertPath(Number(facts.alertId)) },
  };
}

/** 'Ease 67.8 (60.6 to 74.2) on 180 answers in four weeks to 7 February 2027, 14.3 points less than before.' */
export function sayTold(
  { measure, rule }: Condition,
  told: Pick<Told, 'value' | 'low' | 'high' | 'n' | 'change'>,
  week: string,
): string {
  const { value, low, high, n, change } = told;
  if (rule === 'few')
    return t(
      '{n, plural, =0 {Nobody answered} one {One customer answered} other {# customers answered}} in the week to {week}.',
      { n, week },
    );
  const said = {
    measure: sayMeasure(measure),
    value: sayScore(value),
    low: sayScore(low ?? value),
    high: sayScore(high ?? value),
    n,
    week,
  };
  if (change === null)
    return t('{measure} {value} ({low} to {high}) on {n, plural, other {# answers}} in four weeks to {week}.', said);
  return t(
    '{measure} {value} ({low} to {high}) on {n, plural, other {# answers}} in four weeks to {week}, {points} points less than in the 13 weeks before.',
    { ...said, points: sayScore(-change) },
  );
}
