/** What the form of an alert offers for a place, family by family, and in which words. */
import { msg, t } from '../../platform/language/t.js';
import type { Actor } from '../../platform/actor.js';
import { type Delivery, DELIVERIES } from './alert.js';
import { type AlertPlace, standing } from './alert-place.js';
import type { AlertForm, FormRule } from './alerts.forms.js';
import { ASKED, FAMILIES, type Family, familyOf, type Measure } from './measure.js';
import { sayMeasure } from './say-condition.js';
import { subjectName } from './subject.js';
import { mayWatch, mayWatchTraining, type Watchables } from './watchable.service.js';

export const FAMILY_NAMES: Record<Family, string> = {
  answers: msg('What customers answer'),
  funnel: msg('Clearly below or above others'),
  training: msg('Training'),
  themes: msg('What comments speak of'),
  numbers: msg('Other numbers'),
};

/** The rules of each family, as messages for `t()`. */
const RULE_WORDS: Record<Family, Partial<Record<FormRule, string>>> = {
  answers: {
    falls: msg(
      'It falls clearly (of ease: slipping): the last 4 weeks against the 13 before, with an interval that leaves no room for chance',
    ),
    below: msg('Its interval is wholly below a number'),
    above: msg('Its interval is wholly above a number'),
    few: msg('Fewer customers than a number answer in a week, whatever I watch'),
  },
  funnel: {
    below: msg('It is clearly below: outside of the 99.8% limits for units of its kind with as many answers'),
    above: msg('It is clearly above these limits'),
  },
  training: {
    below: msg('It is below a percentage'),
    above: msg('It is above a percentage'),
  },
  themes: {
    rises: msg('It comes up clearly more often: its share of comments in the last 4 weeks against the 13 before'),
    above: msg('More comments than a number speak of it in one week'),
  },
  numbers: {
    below: msg('A finished period is below a number'),
    above: msg('A finished period is above a number'),
  },
};

const NUMBER_HINTS: Record<Family, string | null> = {
  answers: msg('Points, or customers in a week. Leave it empty for a fall.'),
  funnel: null,
  training: msg('Percent, from 1 to 100.'),
  themes: msg('Comments in a week, 4 or more. Leave it empty for a rise.'),
  numbers: msg('In the unit of the number, such as 1200 or 62.5.'),
};

/** What "once, and again only after it was over" means for each. */
const EXPLAINED: Record<Family, string> = {
  answers: msg(
    'Scores are over the last 4 weeks. You’re told once when it happens, and again only after it was over. Falls of many units are weighed together, so that chance alone tells you nothing.',
  ),
  funnel: msg(
    'Units are compared as a week closes and after each file of answers. You’re told once, and again only after the unit has been inside of the 95% limits.',
  ),
  training: msg(
    'Looked at every day. You’re told once, and again only after it has come back by 5 points. Fewer than 5 colleagues or tasks tell nothing.',
  ),
  themes: msg(
    'You’re told once. A rise is over when the share is what it was; a number, after a week with three quarters of it at most. Fewer than 5 comments tell nothing.',
  ),
  numbers: msg(
    'Periods count once they have ended, and a sum only when about as many places reported as before. You’re told once, and again only after it was 5% on the other side.',
  ),
};

export const DELIVERY_WORDS: Record<Delivery, string> = {
  app: msg('In my messages here'),
  mail: msg('Also by e-mail, at once within working hours'),
  digest: msg('Also in the e-mail of the next working morning'),
};

export interface Offered {
  value: Measure;
  text: string;
}

/** By family; one with nothing to watch at the place is absent. */
export function offeredAt(actor: Pick<Actor, 'posts'>, place: AlertPlace, things: Watchables): Map<Family, Offered[]> {
  const at = { level: place.level, eachUnit: false, place: standing(place.level, place) };
  const own = (value: Measure): Offered => ({ value, text: sayMeasure(value) });
  const all = [...things.values()].filter(
    (thing) => mayWatch(thing, actor, at) && !thing.measure.startsWith('rising:'),
  );
  const named = (family: Family) =>
    all
      .filter(({ measure }) => familyOf(measure) === family)
      .map(({ measure, subject }) => ({ value: measure, text: subjectName(subject) }));
  const found: [Family, Offered[]][] = [
    ['answers', ASKED.map(own)],
    ['funnel', place.level === 'network' ? [] : [own('funnel')]],
    ['training', mayWatchTraining(actor, at.place) ? [own('completion'), ...named('training').map(courseOf)] : []],
    ['themes', named('themes')],
    ['numbers', named('numbers')],
  ];
  return new Map(found.filter(([, offered]) => offered.length > 0));
}

const courseOf = ({ value, text }: Offered): Offered => ({
  value,
  text: t('Course completion: {course}', { course: text }),
});

/** The family of a form: the one asked for where it is offered, else the first. */
export function familyAsked(what: unknown, offered: ReadonlyMap<Family, unknown>): Family {
  return FAMILIES.find((one) => one === what && offered.has(one)) ?? 'answers';
}

export const firstRule = (family: Family): FormRule => Object.keys(RULE_WORDS[family])[0] as FormRule;

/** The parts of the form that follow from its family. */
export function choicesOf(form: AlertForm, family: Family, offered: readonly Offered[]) {
  const rules = Object.entries(RULE_WORDS[family]) as [FormRule, string][];
  const hint = NUMBER_HINTS[family];
  return {
    measures: offered.map((one) => ({ ...one, selected: one.value === form.measure })),
    rules: rules.map(([value, text]) => ({ value, text: t(text), checked: value === form.rule })),
    number: hint === null ? null : { hint: t(hint), value: form.threshold },
    explained: t(EXPLAINED[family]),
    deliveries: DELIVERIES.map((value) => ({
      value,
      text: t(DELIVERY_WORDS[value]),
      checked: value === form.delivery,
    })),
  };
}
