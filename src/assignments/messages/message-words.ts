import { coursePath } from '../../courses/paths.js';
import type { PresentedMessage } from '../../notifications/message-kinds.service.js';
import type { MessageFacts } from '../../notifications/planned-message.js';
import { sayMaker } from '../../network/cover/say-cover.js';
import { isRole } from '../../network/roles.js';
import { t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
import { assignmentPath, assignmentPersonPath } from '../paths.js';
import { sayWhy } from '../requirements/who-asked.js';

/** How each message reads, in its reader's language. A fact that is missing reads as nothing, never as an error. */

const text = (facts: MessageFacts, name: string): string => String(facts[name] ?? '');
const covered = (facts: MessageFacts, name: string): string | null => text(facts, name) || null;
const maker = (facts: MessageFacts, by: string, forWhom: string): string =>
  sayMaker(text(facts, by), covered(facts, forWhom));
const day = (facts: MessageFacts, name: string): string => sayDate(text(facts, name));

function why(facts: MessageFacts): string {
  const role = text(facts, 'role');
  return sayWhy({
    by: text(facts, 'by'),
    byFor: covered(facts, 'byFor'),
    role: isRole(role) ? role : null,
    reason: text(facts, 'reason'),
  });
}

function toCourse(facts: MessageFacts, title: string, words: string, action = t('Open the course')): PresentedMessage {
  return { title, text: words, path: coursePath(text(facts, 'slug')), action };
}

export function sayAssigned(facts: MessageFacts): PresentedMessage {
  const values = { title: text(facts, 'title'), day: day(facts, 'dueOn') };
  return toCourse(facts, t('{title}: due {day}', values), why(facts));
}

export function sayReminder(facts: MessageFacts): PresentedMessage {
  const values = { title: text(facts, 'title'), day: day(facts, 'dueOn') };
  switch (facts.step) {
    case 0:
      return toCourse(facts, t('{title}: due today', values), why(facts));
    case 3:
      return toCourse(
        facts,
        t('{title}: was due {day}', values),
        t('{why} Your manager knows that it is still open.', { why: why(facts) }),
      );
    default:
      return toCourse(facts, t('{title}: due {day}', values), why(facts));
  }
}

export function sayLate(facts: MessageFacts): PresentedMessage {
  const values = { title: text(facts, 'title'), day: day(facts, 'dueOn'), n: Number(facts.people ?? 0) };
  return {
    title: t('{n, plural, one {# person has} other {# people have}} not finished {title}', values),
    text: t('It was due {day}. See who, nudge them or give them more time.', values),
    path: assignmentPath(Number(facts.assignmentId)),
    action: t('See who'),
  };
}

export function sayNudge(facts: MessageFacts): PresentedMessage {
  const values = { title: text(facts, 'title'), day: day(facts, 'dueOn'), by: maker(facts, 'nudgedBy', 'nudgedFor') };
  return toCourse(
    facts,
    t('{title}: a nudge from {by}', values),
    t('It is due {day}, and a few minutes get you going. {why}', { ...values, why: why(facts) }),
  );
}

export function sayExtended(facts: MessageFacts): PresentedMessage {
  const values = { title: text(facts, 'title'), day: day(facts, 'dueOn') };
  return toCourse(facts, t('{title}: you have until {day}', values), why(facts));
}

export function sayWithdrawn(facts: MessageFacts): PresentedMessage {
  const values = { title: text(facts, 'title'), by: maker(facts, 'by', 'byFor'), reason: text(facts, 'endReason') };
  const words = values.reason
    ? t('{by} took it back: “{reason}” What you finished stays in your record.', values)
    : t('{by} took it back. What you finished stays in your record.', values);
  return toCourse(facts, t('{title}: not asked any more', values), words, t('See the course'));
}

export function saySettled(facts: MessageFacts): PresentedMessage {
  const values = { title: text(facts, 'title'), by: maker(facts, 'decidedBy', 'decidedFor'), why: text(facts, 'why') };
  return facts.decision === 'waived'
    ? toCourse(facts, t('{title}: you need not do it', values), t('{by} decided: “{why}”', values), t('See the course'))
    : toCourse(facts, t('{title}: marked complete', values), t('{by} decided: “{why}”', values), t('See the course'));
}

export function sayMoreTime(facts: MessageFacts): PresentedMessage {
  const values = { name: text(facts, 'name'), title: text(facts, 'title'), day: day(facts, 'wantedOn') };
  const words = text(facts, 'words');
  return {
    title: t('{name} asks for more time for {title}', values),
    text: words ? t('Until {day}: “{words}”', { ...values, words }) : t('Until {day}.', values),
    path: assignmentPersonPath(Number(facts.assignmentId), text(facts, 'reference')),
    action: t('Answer'),
  };
}
