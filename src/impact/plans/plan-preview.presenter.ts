import { weeksLeft } from '../../assignments/assigning/weekly-budget.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { newPlanPath, planPath, plansPath, smallestEffectsPath } from '../paths.js';
import { sayUnits } from '../studies/say-points.js';
import { lotVersion } from './plan-lot.js';
import { lotNotes, sayAsked, sayWeeks } from './plan-notes.js';
import type { Part } from './plan-parts.js';
import type { Preview } from './plan-preview.service.js';
import { presentWhatIf, scoreHeading, sayPartScore } from './plan-tables.js';
import type { PlanChoiceForm } from './plan.forms.js';
import { sayChances, sayPower, waveName } from './plan-words.js';
import type { PlanChoice } from './wave-plan.js';

interface Looked {
  form: PlanChoiceForm;
  preview: Preview;
  formToken: string;
  today: IsoDate;
}

/** What a plan would come to: who is in which wave, how even that is, what it can see, what it asks of people. */
export function presentPlan({ form, preview, formToken, today }: Looked) {
  const { drawn, parts, power, audience } = preview;
  const filled = { ...form, title: drawn.title, reason: drawn.reason };
  const address = addressOf(newPlanPath, filled);
  return {
    title: drawn.title,
    facts: factsOf(preview),
    when: sayWhen(drawn),
    lot: { ...partsTable(parts, drawn), csv: csvPath(address), notes: lotNotes(preview), seed: String(drawn.seed) },
    members: parts.map(membersOf),
    power: {
      sentence: sayPower(power),
      chances: power && sayChances(power),
      basis: sayBasis(preview),
      table: presentWhatIf(preview.whatIf, drawn.weeksBetween),
      csv: addressOf(`${smallestEffectsPath}.csv`, filled),
    },
    reason: drawn.reason,
    asked: sayAsked(preview),
    weeks: sayWeeks(preview, today),
    beside: preview.beside.map(({ id, title }) => ({ text: title, href: planPath(id) })),
    made: audience.willBeAsked > 0 ? makeForm(filled, preview, formToken) : null,
  };
}

function makeForm(form: PlanChoiceForm, { drawn }: Preview, formToken: string) {
  return {
    path: plansPath,
    warning: t(
      'From here on the lot stands: nobody changes wave any more. Each wave is asked by itself on its Monday, and a study is registered that will answer whether it worked. Waves that have not begun can be stopped.',
    ),
    fields: fieldsOf({ ...form, lot: lotVersion(drawn), formToken }),
  };
}

function factsOf({ drawn, areas, audience, course }: Preview) {
  const fact = (label: string, value: string, note: string | null = null) => ({
    ...{ label, value, note, path: null },
  });
  const regions = new Set(areas.map(({ regionId }) => regionId)).size;
  const units = drawn.areas.reduce((sum, { unitIds }) => sum + unitIds.length, 0);
  const weeks = weeksLeft(addDays(drawn.firstMonday, drawn.daysGiven), drawn.firstMonday);
  return [
    fact(t('Areas'), sayNumber(areas.length), t('{n, plural, one {in # region} other {in # regions}}', { n: regions })),
    fact(t('Where'), sayUnits(drawn, units), drawn.comparison ? t('with the comparison') : null),
    fact(t('People to ask'), sayNumber(audience.willBeAsked), t('as of today')),
    fact(
      t('Each needs'),
      t('{n, plural, one {# minute} other {# minutes}}', { n: course.minutes }),
      t('{n} a week until the due date', { n: sayNumber(Math.ceil(course.minutes / weeks)) }),
    ),
  ];
}

function sayWhen({ firstMonday, waves, weeksBetween, daysGiven }: PlanChoice): string {
  const values = {
    first: sayFullDate(firstMonday),
    last: sayFullDate(addDays(firstMonday, 7 * weeksBetween * (waves - 1))),
    due: sayFullDate(addDays(firstMonday, 7 * weeksBetween * (waves - 1) + daysGiven)),
  };
  return waves === 1
    ? t('It begins on {first} and is due by {due}.', values)
    : t('The first wave begins on {first}, the last on {last}; everybody in a wave is due by {due}.', values);
}

/** From what the smallest effect is reckoned. */
function sayBasis({ heard, heardTo, power, drawn }: Preview): string | null {
  if (power === null) return null;
  const n = heard.areas.reduce((sum, area) => sum + area.n, 0);
  return t(
    'Reckoned from {n} answers in the {weeks, plural, one {week} other {# weeks}} up to {date}, with as many weeks before the first wave and after the last as lie between two: {between, plural, one {# week} other {# weeks}}. The study reads more weeks than that, so it may see a little more; where areas drift apart by themselves, it sees a little less.',
    { n: sayNumber(n), weeks: heard.weeks, date: sayFullDate(heardTo), between: drawn.weeksBetween },
  );
}

function partsTable(parts: readonly Part[], drawn: PlanChoice) {
  const head = [t('Wave'), t('Begins'), t('Areas'), t('Units'), t('People'), scoreHeading(drawn.metric)];
  return {
    caption: t('How even the parts are'),
    head: head.map((text, at) => ({ text, numeric: at > 1 })),
    rows: parts.map((part) => ({ cells: cellsOf(part) })),
  };
}

function cellsOf({ wave, startsOn, areas, units, people, score }: Part) {
  const cell = (text: string, numeric = true) => ({ text, numeric, href: null });
  return [
    cell(waveName(wave), false),
    cell(startsOn === null ? t('never') : sayFullDate(startsOn), false),
    ...[areas.length, units, people].map((n) => cell(sayNumber(n))),
    cell(sayPartScore(score)),
  ];
}

function membersOf({ wave, areas }: Part) {
  return {
    text: t('{part}: {n, plural, one {# area} other {# areas}}', { part: waveName(wave), n: areas.length }),
    areas: areas.map(({ name, region, unitIds }) =>
      t('{area}, {region}: {n, plural, one {# unit} other {# units}}', { area: name, region, n: unitIds.length }),
    ),
  };
}

function addressOf(path: string, form: PlanChoiceForm): string {
  const query = new URLSearchParams([
    ['look', '1'],
    ...fieldsOf({ ...form }).map(({ name, value }): [string, string] => [name, value]),
  ]);
  return `${path}?${query.toString()}`;
}

/** What was looked at, once more and without gaps, for the button that makes it. */
function fieldsOf(form: Record<string, string | readonly string[]>) {
  return Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one as string })));
}
