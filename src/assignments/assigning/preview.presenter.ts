import type { Actor, CoverHeld, Role } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayList, sayNumber } from '../../platform/say.js';
import { assignmentsPath, type Choice, choiceFields, newAssignmentPath } from '../paths.js';
import { sayWhy } from '../requirements/who-asked.js';
import { countUnits } from '../../network/say-units.js';
import type { Load } from './audience.queries.js';
import { type Audience, audienceOf, type UnitAudience } from './audience.js';
import type { CheckedChoice } from './checked-choice.js';
import type { ClashingDay } from './clashing-days.service.js';
import { presentMessages } from './preview-messages.js';
import { sayRole } from './role-names.js';
import { weeksLeft, WEEKLY_BUDGET } from './weekly-budget.js';

const NAMES_SHOWN = 8;

export interface PreviewFacts {
  choice: CheckedChoice;
  units: UnitAudience[];
  onLeave: string[];
  load: Load;
  clashes: ClashingDay[];
  /** The cover under which it would be asked; null in one's own right. */
  cover: CoverHeld | null;
  formToken: string;
  now: Date;
}

export function presentPreview(facts: PreviewFacts, actor: Actor, today: IsoDate) {
  const { choice, units, onLeave, cover, formToken, now } = facts;
  const { course, reason, dueOn } = choice;
  const audience = audienceOf(units);
  const names = actor.reach.network ? [] : onLeave;
  return {
    title: t('Assign {title}', { title: course.title }),
    heading: t('Assign “{title}”', { title: course.title }),
    facts: presentFacts(choice, audience, today),
    who: presentWho(choice),
    due: t('Due {day}, until midnight.', { day: sayDate(dueOn, today) }),
    why: sayWhy({ by: actor.name, byFor: cover?.forName ?? null, role: roleOfAsker(actor, cover), reason }),
    leftOut: orNull([...countsAlready(audience), ...onLeaveNote(audience, names), ...emptyNote(choice, units)]),
    weeks: orNull(presentLoad(facts, audience, actor, today)),
    messages: presentMessages(audience, dueOn, now, today),
    undo: t('You can undo it until midnight tonight.'),
    action: assignmentsPath,
    fields: [...choiceFields(choiceOf(choice)), { name: 'formToken', value: formToken }],
    button: audience.willBeAsked > 0 ? sayButton(choice, audience) : null,
    changePath: newAssignmentPath(choiceOf(choice)),
  };
}

/** What the actor is in the line, as those they ask will read it. */
function roleOfAsker({ posts }: Actor, cover: CoverHeld | null): Role | null {
  const asking = posts.filter((post) => (post.cover?.id ?? null) === (cover?.id ?? null)).map(({ role }) => role);
  return asking.find((role) => !['staff', 'guest', 'champion'].includes(role)) ?? null;
}

function choiceOf({ course, units, areas, regions, network, roles, people, reason, dueOn }: CheckedChoice): Choice {
  return {
    course: course.slug,
    units: units.map((unit) => unit.code),
    areas: areas.map((area) => area.code),
    regions: regions.map((region) => region.code),
    everywhere: network,
    roles,
    people: people.map((person) => person.reference),
    reason,
    dueOn,
  };
}

function sayButton(
  { people, units, areas, regions, network }: CheckedChoice,
  { willBeAsked, unitsAsked, onlyBranches }: Audience,
) {
  const onlyNamed = people.length > 0 && units.length + areas.length + regions.length === 0 && !network;
  if (onlyNamed) return t('Assign to {n, plural, one {# person} other {# people}}', { n: willBeAsked });
  return t('Assign to {units}', { units: countUnits(unitsAsked, onlyBranches) });
}

function presentFacts({ course, units, dueOn }: CheckedChoice, audience: Audience, today: IsoDate) {
  const fact = (label: string, value: string, note: string | null = null) => ({ label, value, note, path: null });
  const { willBeAsked, unitsAsked, onlyBranches } = audience;
  const weeks = weeksLeft(dueOn, today);
  const aWeek = sayNumber(Math.ceil(course.minutes / weeks));
  return [
    fact(t('People to ask'), sayNumber(willBeAsked)),
    fact(
      t('Where'),
      countUnits(unitsAsked, onlyBranches),
      units.length > unitsAsked ? t('of {n} chosen', { n: String(units.length) }) : null,
    ),
    fact(
      t('Each needs'),
      t('{n, plural, one {# minute} other {# minutes}}', { n: course.minutes }),
      weeks > 1 ? t('{n} a week until the due date', { n: aWeek }) : t('once, by the due date'),
    ),
  ];
}

/** The choice in words, a line each. */
function presentWho({ units, areas, regions, network, roles, people }: CheckedChoice): string[] {
  const places = [
    ...(network ? [t('The whole network')] : []),
    ...regions.map((region) => t('All areas of {region}', { region: region.name })),
    ...areas.map((area) => t('Everybody in {area}, and who joins until the date', { area: area.name })),
    ...(units.length > 0 ? [sayList(shortened(units.map((unit) => unit.name)))] : []),
  ];
  const only = roles.length > 0 ? [t('There: {roles}', { roles: sayList(roles.map(sayRole)) })] : [];
  const named =
    people.length > 0 ? [t('By name: {names}', { names: sayList(shortened(people.map((one) => one.name))) })] : [];
  return [...places, ...(places.length > 0 ? only : []), ...named];
}

function countsAlready({ done, askedBefore }: Audience): string[] {
  return [
    ...(done > 0
      ? [
          t(
            '{n, plural, one {# person has finished it already. That counts, so they’re not asked again.} other {# people have finished it already. That counts, so they’re not asked again.}}',
            { n: done },
          ),
        ]
      : []),
    ...(askedBefore > 0
      ? [
          t(
            '{n, plural, one {# person was asked before. They keep the earlier date and see both reasons.} other {# people were asked before. They keep the earlier date and see both reasons.}}',
            { n: askedBefore },
          ),
        ]
      : []),
  ];
}

/** Names are for the line; the CX team reads a number. */
function onLeaveNote({ onLeave }: Audience, names: string[]): string[] {
  if (onLeave === 0) return [];
  if (names.length === 0)
    return [
      t(
        '{n, plural, one {# person is on long leave, so not asked.} other {# people are on long leave, so not asked.}}',
        {
          n: onLeave,
        },
      ),
    ];
  const more = onLeave - Math.min(names.length, NAMES_SHOWN);
  const shown = names.slice(0, NAMES_SHOWN);
  const list = more > 0 ? [...shown, t('{n} more', { n: sayNumber(more) })] : shown;
  return [t('On long leave, so not asked: {names}.', { names: sayList(list) })];
}

function emptyNote({ units, roles }: CheckedChoice, reached: readonly UnitAudience[]): string[] {
  const names = units.filter((unit) => !reached.some((one) => one.unitId === unit.id)).map((unit) => unit.name);
  if (names.length === 0) return [];
  const values = { names: sayList(shortened(names)) };
  return [
    roles.length > 0
      ? t('Nobody with these roles is in post at {names}.', values)
      : t('Nobody is in post at {names}.', values),
  ];
}

/** What the weeks until the date hold beside this. */
function presentLoad(
  { load, clashes, choice }: PreviewFacts,
  { willBeAsked }: Audience,
  actor: Actor,
  today: IsoDate,
): string[] {
  if (willBeAsked === 0) return [];
  const names = actor.reach.network ? [] : load.names;
  const list =
    load.above > names.length ? [...names, t('{n} more', { n: sayNumber(load.above - names.length) })] : names;
  const values = { n: load.above, budget: String(WEEKLY_BUDGET) };
  const above = t(
    '{n, plural, one {# person goes above {budget} minutes of learning a week.} other {# people go above {budget} minutes of learning a week.}}',
    values,
  );
  const days = clashes.map((day) => sayDate(day.on, today));
  const titles = [...new Set(clashes.map((day) => day.title))];
  return [
    load.above === 0
      ? t('Nobody goes above {budget} minutes of learning a week.', { budget: values.budget })
      : names.length > 0
        ? t('{above} They are {names}.', { above, names: sayList(list) })
        : above,
    ...(clashes.length > 0
      ? [t('{titles} runs in that time: {days}.', { titles: sayList(titles), days: sayList(shortened(days)) })]
      : []),
    ...(clashes.some((day) => day.on === choice.dueOn) ? [t('The due date itself is a day of that week.')] : []),
  ];
}

function shortened(names: readonly string[]): string[] {
  if (names.length <= NAMES_SHOWN) return [...names];
  return [...names.slice(0, NAMES_SHOWN), t('{n} more', { n: sayNumber(names.length - NAMES_SHOWN) })];
}

function orNull(lines: string[]): string[] | null {
  return lines.length > 0 ? lines : null;
}
