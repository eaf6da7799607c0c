import { sayMaker } from '../../network/cover/say-cover.js';
import { addDays, type IsoDate, londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayMoment } from '../../platform/say.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import type { AssignmentRow } from '../assignments.queries.js';
import { latestDueDate, usualDueDate } from '../assigning/due-date.js';
import { DAYS_BETWEEN_NUDGES, whyLeftOut } from '../changing/nudge-limit.js';
import { errorsOf } from '../form-errors.js';
import { assignmentPath, decisionsPath, extensionsPath, nudgesPath } from '../paths.js';
import { requirementStatus, sayStatus, STATUS_TONE } from '../requirements/requirement-status.js';
import type { Deed, PersonUnder } from './person.queries.js';

export interface PersonFacts {
  assignment: AssignmentRow;
  person: PersonUnder;
  deeds: Deed[];
  mayAct: boolean;
  formToken: string;
}

export function presentPerson(
  { assignment, person, deeds, mayAct, formToken }: PersonFacts,
  problems: Problem[],
  today: IsoDate,
) {
  const shown = presentProblems(problems);
  const acts = mayAct && assignment.ended === null && isOpen(person);
  return {
    title: shown ? t('Error: {name}', { name: person.name }) : person.name,
    heading: person.name,
    problems: shown,
    errors: errorsOf(shown, ['dueOn', 'kind', 'reason']),
    backPath: assignmentPath(assignment.id),
    backText: assignment.courseTitle,
    where: `${person.unitName}, ${person.reference}`,
    status: presentStatus(person, today),
    wish: presentWish(person, acts, assignment.id, formToken, today),
    ...(acts ? presentActs(person, assignment.id, today) : NO_ACTS),
    formToken,
    reference: person.reference,
    deeds: deeds.length > 0 ? deeds.map((deed) => ({ when: sayMoment(deed.at), what: sayDeed(deed, today) })) : null,
  };
}

const NO_ACTS = { nudge: null, extend: null, settle: null };

function presentActs(person: PersonUnder, id: number, today: IsoDate) {
  return {
    nudge: presentNudge(person, id, today),
    extend: presentExtend(person, id, today),
    settle: presentSettle(id, person.reference),
  };
}

/** Neither finished nor settled. */
function isOpen({ completedAt, settled }: PersonUnder): boolean {
  return completedAt === null && settled === null;
}

function presentStatus(person: PersonUnder, today: IsoDate) {
  if (person.settled === 'waived') return { text: t('Let off'), tone: null };
  if (person.settled === 'markedComplete') return { text: t('Marked complete'), tone: 'good' };
  if (person.onLeave && !person.completedAt) return { text: t('On long leave: the date waits'), tone: null };
  return { text: sayStatus(person, today), tone: STATUS_TONE[requirementStatus(person, today)] };
}

/** What the learner asked for, granted with one tap. */
function presentWish(
  { wantedOn, wantedWords, name }: PersonUnder,
  acts: boolean,
  id: number,
  formToken: string,
  today: IsoDate,
) {
  if (wantedOn === null) return null;
  const values = { name, day: sayDate(wantedOn, today) };
  return {
    sentence: t('{name} asks for time until {day}.', values),
    words: wantedWords,
    give: acts ? { action: extensionsPath(id), dueOn: wantedOn, formToken, text: t('Give until {day}', values) } : null,
  };
}

function presentNudge(person: PersonUnder, id: number, today: IsoDate) {
  const why = whyLeftOut(
    { finished: false, settled: false, onLeave: person.onLeave, nudgedAt: person.nudgedAt },
    today,
  );
  const again = person.nudgedAt && sayDate(addDays(londonDate(person.nudgedAt), DAYS_BETWEEN_NUDGES), today);
  return {
    action: nudgesPath(id),
    not:
      why === 'onLeave'
        ? t('On long leave, so not nudged.')
        : why === 'nudgedLately'
          ? t('Nudged lately. You can nudge again on {day}.', { day: again ?? '' })
          : null,
  };
}

function presentExtend({ dueOn }: PersonUnder, id: number, today: IsoDate) {
  const from = dueOn > today ? dueOn : today;
  return { action: extensionsPath(id), value: usualDueDate(from), min: addDays(from, 1), max: latestDueDate(today) };
}

function presentSettle(id: number, reference: string) {
  return {
    action: decisionsPath(id, reference),
    hint: t(
      'Let off: it no longer counts as asked. Mark complete: they have shown you that they can, and it counts as finished without a certificate.',
    ),
    kinds: [
      { value: '', text: t('Choose one'), selected: true },
      { value: 'waived', text: t('Let them off'), selected: false },
      { value: 'markedComplete', text: t('Mark it complete'), selected: false },
    ],
  };
}

function sayDeed({ kind, by, byFor, day, words }: Deed, today: IsoDate): string {
  const values = { by: sayMaker(by, byFor), day: day ? sayDate(day, today) : '', words: words ?? '' };
  switch (kind) {
    case 'extended':
      return t('{by} gave time until {day}', values);
    case 'nudged':
      return t('{by} nudged', values);
    case 'askedForTime':
      return words
        ? t('{by} asked for time until {day}: “{words}”', values)
        : t('{by} asked for time until {day}', values);
    case 'waived':
      return t('{by} let them off: “{words}”', values);
    case 'markedComplete':
      return t('{by} marked it complete: “{words}”', values);
  }
}
