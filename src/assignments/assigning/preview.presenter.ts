import type { Actor } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { count, sayDate, sayList } from '../../platform/say.js';
import { whyAsked } from '../requirements/assigned-course.js';
import type { CheckedChoice } from './assignments.service.js';
import { type Audience, audienceOf, type UnitAudience } from './audience.js';
import { assignmentsPath, newAssignmentPath } from '../paths.js';
import { sayUnits } from '../say-units.js';

const NAMES_SHOWN = 8;

export interface PreviewFacts {
  choice: CheckedChoice;
  units: UnitAudience[];
  onLeave: string[];
  formToken: string;
}

export function presentPreview({ choice, units, onLeave, formToken }: PreviewFacts, actor: Actor, today: IsoDate) {
  const { course, reason, dueOn } = choice;
  const audience = audienceOf(units);
  const asked = choice.units.filter((unit) =>
    units.some((one) => one.unitId === unit.id && one.asked + one.askedBefore > 0),
  );
  const codes = choice.units.map((unit) => unit.code);
  return {
    title: `Assign ${course.title}`,
    heading: `Assign “${course.title}”`,
    facts: presentFacts(choice, audience, asked),
    due: `Due ${sayDate(dueOn, today)}, until midnight.`,
    why: whyAsked({ by: actor.name, reason }),
    notes: [
      ...countsAlready(audience),
      ...onLeaveNote(audience, actor.reach.network ? [] : onLeave),
      ...emptyNote(audience, choice),
    ],
    action: assignmentsPath,
    fields: [
      ...codes.map((code) => ({ name: 'unit', value: code })),
      ...Object.entries({ course: course.slug, reason, dueOn, formToken }).map(([name, value]) => ({ name, value })),
    ],
    button: audience.willBeAsked > 0 ? `Assign to ${sayUnits(asked)}` : null,
    changePath: newAssignmentPath({ course: course.slug, units: codes, reason, dueOn }),
  };
}

function presentFacts({ course, units }: CheckedChoice, audience: Audience, asked: CheckedChoice['units']) {
  const fact = (label: string, value: string, note: string | null = null) => ({ label, value, note, path: null });
  return [
    fact('People to ask', String(audience.willBeAsked)),
    fact('Where', sayUnits(asked), asked.length < units.length ? `of ${units.length} chosen` : null),
    fact('Each needs', count(course.minutes, 'minute', 'minutes'), 'once, by the due date'),
  ];
}

function countsAlready({ done, askedBefore }: Audience): string[] {
  return [
    ...(done > 0
      ? [`${count(done, 'person has', 'people have')} finished it already. That counts, so they’re not asked again.`]
      : []),
    ...(askedBefore > 0
      ? [
          `${count(askedBefore, 'person was', 'people were')} asked before. They keep the earlier date and see both reasons.`,
        ]
      : []),
  ];
}

/** Names are for the line; the CX team reads a number. */
function onLeaveNote({ onLeave }: Audience, names: string[]): string[] {
  if (onLeave === 0) return [];
  const shown = names.slice(0, NAMES_SHOWN);
  if (shown.length === 0) return [`${count(onLeave, 'person is', 'people are')} on long leave, so not asked.`];
  const list = onLeave > shown.length ? [...shown, `${onLeave - shown.length} more`] : shown;
  return [`On long leave, so not asked: ${sayList(list)}.`];
}

function emptyNote({ emptyUnitIds }: Audience, { units }: CheckedChoice): string[] {
  const names = units.filter((unit) => emptyUnitIds.includes(unit.id)).map((unit) => unit.name);
  if (names.length === 0) return [];
  const shown =
    names.length > NAMES_SHOWN ? [...names.slice(0, NAMES_SHOWN), `${names.length - NAMES_SHOWN} more`] : names;
  return [`Nobody is in post at ${sayList(shown)}.`];
}
