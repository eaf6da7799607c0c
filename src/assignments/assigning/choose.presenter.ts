import type { UnitPlace } from '../../network/network.queries.js';
import type { IsoDate } from '../../platform/dates.js';
import { count, sayDate } from '../../platform/say.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import type { ChoiceForm } from './assignments.forms.js';
import type { ChooseFacts } from './choose-facts.service.js';
import { latestDueDate, usualDueDate } from './due-date.js';
import { newAssignmentPath, previewPath } from '../paths.js';
import { sayUnits } from '../say-units.js';
import { USUAL_REASON } from './usual-reason.js';

const ANY_REASON = 'So that customers leave glad they came to us.';
const FIELDS = ['unit', 'codes', 'course', 'reason', 'dueOn'];

export function presentChoose(facts: ChooseFacts, form: ChoiceForm, problems: Problem[], today: IsoDate) {
  const course = facts.courses.find((one) => one.slug === form.course);
  const shown = presentProblems(problems);
  return {
    title: shown ? 'Error: Assign a course' : 'Assign a course',
    action: previewPath,
    problems: shown,
    errors: Object.fromEntries(FIELDS.map((field) => [field, shown?.by[field] ?? null])),
    courses: [
      { value: '', text: 'Choose a course', selected: !course },
      ...facts.courses.map((one) => ({
        value: one.slug,
        text: `${one.title}, ${count(one.minutes, 'minute', 'minutes')}`,
        selected: one === course,
      })),
    ],
    units: presentUnits(facts),
    everyUnit: presentEveryUnit(facts, form),
    otherAreas: presentAreas(facts, form),
    codes: facts.areas.length > 0 ? { value: form.codes, open: form.codes !== '' } : null,
    reason: form.reason || (course ? USUAL_REASON[course.driver] : ANY_REASON),
    dueOn: {
      value: form.dueOn || usualDueDate(today),
      hint: `A fortnight from today is ${sayDate(usualDueDate(today), today)}.`,
      min: today,
      max: latestDueDate(today),
    },
  };
}

/** Chosen ones first and open; the rest waits behind one line when something is chosen already. */
function presentUnits({ chosen, others }: ChooseFacts) {
  const item = (unit: UnitPlace, index: number, checked: boolean) => ({
    id: index === 0 ? 'unit' : `unit-${unit.code.replace(/\W/g, '-')}`,
    value: unit.code,
    text: unit.name,
    hint: unit.code,
    checked,
  });
  const first =
    chosen.length > 0 ? chosen.map((unit, i) => item(unit, i, true)) : others.map((unit, i) => item(unit, i, false));
  const rest = chosen.length > 0 ? others.map((unit) => item(unit, 1, false)) : [];
  return {
    first: first.length > 0 ? first : null,
    rest: rest.length > 0 ? { summary: `Add others (${rest.length})`, items: rest } : null,
  };
}

function presentEveryUnit({ area, chosen, others }: ChooseFacts, form: ChoiceForm) {
  const listed = [...chosen, ...others].filter((unit) => unit.areaId === area?.id);
  if (!area || listed.length < 2) return null;
  return [
    {
      id: 'everyUnitOf',
      value: area.code,
      text: `All ${sayUnits(listed)} of ${area.name}`,
      checked: form.everyUnitOf === area.code,
    },
  ];
}

function presentAreas({ area, areas, chosen }: ChooseFacts, form: ChoiceForm) {
  if (areas.length < 2) return null;
  return {
    action: newAssignmentPath(),
    course: form.course,
    chosen: chosen.map((unit) => unit.code),
    items: [
      ...(area ? [] : [{ value: '', text: 'Choose an area', selected: true }]),
      ...areas.map((one) => ({ value: one.code, text: one.name, selected: one.id === area?.id })),
    ],
  };
}
