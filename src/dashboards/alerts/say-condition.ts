/** A condition in words, in its reader's language. */
import { DRIVER_NAMES, isDriver } from '../../platform/drivers.js';
import { msg, t } from '../../platform/language/t.js';
import type { Condition } from './alert.js';
import { kindOf, type Measure, type MeasureKind } from './measure.js';
import { saySubjectValue, type Subject, subjectName } from './subject.js';

const NAMES: Partial<Record<Measure, string>> = {
  ease: msg('Ease'),
  emotion: msg('Net emotion'),
  responses: msg('Responses'),
  funnel: msg('Ease'),
  completion: msg('Assigned completion'),
};

/** 'Ease', or what the course, theme or number is called. */
export function sayMeasure(measure: Measure, subject: Subject | null = null): string {
  if (isDriver(measure)) return t(DRIVER_NAMES[measure]);
  const name = NAMES[measure];
  if (name !== undefined) return t(name);
  return subject ? subjectName(subject) : t('something that is no longer there');
}

type Said = { measure: string; number: number };

/** 'Ease falls clearly', 'Net emotion is surely below 20', 'More than 12 comments in a week speak of Queues'. */
export function sayCondition(condition: Condition, subject: Subject | null = null): string {
  const { measure, threshold } = condition;
  const said = { measure: sayMeasure(measure, subject), number: threshold ?? 0 };
  return SAY[kindOf(measure)](condition, said, subject);
}

const SAY: Record<MeasureKind, (condition: Condition, said: Said, subject: Subject | null) => string> = {
  asked: sayAsked,
  responses: (_, said) =>
    t('{number, plural, one {Nobody answers in a week} other {Fewer than # customers answer in a week}}', said),
  funnel: ({ rule }) =>
    rule === 'below'
      ? t('Ease is clearly below others (outside the 99.8% limits)')
      : t('Ease is clearly above others (outside the 99.8% limits)'),
  completion: ({ rule }, said) =>
    rule === 'below'
      ? t('Assigned completion is below {number}%', said)
      : t('Assigned completion is above {number}%', said),
  course: ({ rule }, said) =>
    rule === 'below'
      ? t('Fewer than {number}% have finished ‘{measure}’', said)
      : t('More than {number}% have finished ‘{measure}’', said),
  theme: (_, said) => t('More than {number, plural, other {# comments}} in a week speak of ‘{measure}’', said),
  rising: (_, said) => t('Comments speak of ‘{measure}’ clearly more often', said),
  number: ({ rule, threshold }, { measure }, subject) => {
    const values = { measure, value: saySubjectValue(subject, threshold ?? 0) };
    return rule === 'below' ? t('{measure}: below {value}', values) : t('{measure}: above {value}', values);
  },
};

/** A clear fall in ease is what pages call slipping. */
function sayAsked({ measure, rule }: Condition, said: Said): string {
  if (rule === 'below') return t('{measure} is surely below {number}', said);
  if (rule === 'above') return t('{measure} is surely above {number}', said);
  return measure === 'ease' ? t('Ease falls clearly (slipping)') : t('{measure} falls clearly', said);
}
