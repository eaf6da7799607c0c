import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayNumber } from '../../platform/say.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { newAssignmentPath, previewPath } from '../paths.js';
import type { ChoiceForm } from './assignments.forms.js';
import { presentAreas, presentUnits, presentWholePlaces } from './choose-places.presenter.js';
import type { ChooseFacts } from './choose-facts.service.js';
import { ASKABLE_ROLES } from './chosen-audience.js';
import { latestDueDate, usualDueDate } from './due-date.js';
import type { FoundPerson } from './people-search.queries.js';
import { sayRole } from './role-names.js';
import { usualReason } from './usual-reason.js';

const FIELDS = ['unit', 'codes', 'references', 'find', 'course', 'reason', 'dueOn'];

export function presentChoose(facts: ChooseFacts, form: ChoiceForm, problems: Problem[], today: IsoDate) {
  const course = facts.courses.find((one) => one.slug === form.course);
  const shown = presentProblems(problems);
  return {
    title: shown ? t('Error: Assign a course') : t('Assign a course'),
    action: previewPath,
    findAction: newAssignmentPath(),
    problems: shown,
    errors: Object.fromEntries(FIELDS.map((field) => [field, shown?.by[field] ?? null])),
    courses: [
      { value: '', text: t('Choose a course'), selected: !course },
      ...facts.courses.map((one) => ({
        value: one.slug,
        text: t('{n, plural, one {{title}, # minute} other {{title}, # minutes}}', {
          n: one.minutes,
          title: one.title,
        }),
        selected: one === course,
      })),
    ],
    units: presentUnits(facts),
    wholePlaces: presentWholePlaces(facts, form),
    otherAreas: presentAreas(facts, form),
    codes: facts.areas.length > 0 ? { value: form.codes, open: form.codes !== '' } : null,
    roles: presentRoles(form),
    people: presentPeople(facts, form),
    reason: form.reason || usualReason(course?.driver ?? null),
    dueOn: {
      value: form.dueOn || usualDueDate(today),
      hint: t('A fortnight from today is {day}.', { day: sayDate(usualDueDate(today), today) }),
      min: today,
      max: latestDueDate(today),
    },
  };
}

function presentRoles({ role }: ChoiceForm) {
  return {
    open: role.length > 0,
    items: ASKABLE_ROLES.map((one) => ({ value: one, text: sayRole(one), checked: role.includes(one) })),
  };
}

/** Those named stay ticked; those found wait to be. */
function presentPeople({ people, found }: ChooseFacts, form: ChoiceForm) {
  const item = (prefix: string, checked: boolean) => (person: FoundPerson) => ({
    id: `${prefix}-${person.reference.replace(/\W/g, '-')}`,
    value: person.reference,
    text: person.name,
    hint: `${person.reference}, ${person.unitName}`,
    checked,
  });
  const items = [...people.map(item('person', true)), ...(found?.people ?? []).map(item('found', false))];
  return {
    open: items.length > 0 || form.find !== '' || form.references !== '',
    find: form.find,
    references: form.references,
    items: items.length > 0 ? items : null,
    nobody:
      found && found.people.length === 0 ? t('Nobody else of yours is called {words}.', { words: form.find }) : null,
    more: found?.more
      ? t('The first {n} are shown. Type more of the name to find the others.', { n: sayNumber(found.people.length) })
      : null,
  };
}
