/** What was posted from the mapping form, brought up to date with the file: a new column brings its own answers along. */
import { wholeLetters } from '../../platform/files/whole-letters.js';
import type { Question } from '../imports/mapping.js';
import { type KnownUnit, withZeros } from '../imports/unit-finder.js';
import { plain } from '../imports/plain.js';
import type { ColumnProfile } from './column-profile.js';
import { permissionsIn } from './guess-contact.js';
import { guessMeanings } from './guess-mapping.js';
import { timeFormatOf } from './guess-time.js';
import {
  type Choices,
  type ChosenMeaning,
  MEANINGS,
  MOST_COMMENTS,
  PERMISSIONS,
  QUESTIONS,
} from './mapping-choices.js';
import type { MappingForm } from './sources.forms.js';

export function choicesIn(form: MappingForm): Choices {
  return wholeLetters({
    unit: {
      column: form.unit,
      match: form.match,
      aliases: form.aliasText.map((text, at) => ({ text, means: form.aliasMeans[at] ?? '' })),
    },
    time: { column: form.time, clock: form.clock, format: form.format, zone: form.zone },
    responseId: form.responseId,
    questions: Object.fromEntries(QUESTIONS.map((question) => [question, form[question]])) as Choices['questions'],
    meanings: form.scaleText.flatMap((text, at) => postedMeaning(form, text, at)),
    comments: [form.comment1, form.comment2].filter((column, at, all) => column !== '' && all.indexOf(column) === at),
    contact: {
      column: form.contact,
      meanings: form.contactText.map((text, at) => ({ text, means: permissionOf(form.contactMeans[at]) })),
    },
    encoding: form.encoding,
    ignore: [],
  });
}

const permissionOf = (means = '') => (PERMISSIONS.includes(means) ? means : '');

function postedMeaning({ scaleQuestion, scaleMeans }: MappingForm, text: string, at: number): ChosenMeaning[] {
  const question = QUESTIONS.find((one) => one === scaleQuestion[at]);
  const means = scaleMeans[at] ?? '';
  return question && MEANINGS.includes(means) ? [{ question, text, means }] : [];
}

/** @param before what was chosen when the form was last shown */
export function upToDate(sent: Choices, before: Choices, profiles: readonly ColumnProfile[]): Choices {
  const posted = withNames(sent, namesIn(profiles));
  const meanings = QUESTIONS.flatMap((question) => meaningsOf(question, posted, before, profiles));
  const time = { ...posted.time, format: formatOf(posted.time, before.time, profiles) };
  return { ...posted, ...beyondTheForm(posted, before), meanings, time, contact: contactOf(posted, before, profiles) };
}

/** What a mapping may hold and the form does not show: it stays as it was. */
function beyondTheForm({ unit, comments }: Choices, before: Choices): Pick<Choices, 'unit' | 'comments' | 'ignore'> {
  const posted = new Set(unit.aliases.map(({ text }) => plain(text)));
  const aliases = [...unit.aliases, ...before.unit.aliases.filter(({ text }) => !posted.has(plain(text)))];
  const further = before.comments.slice(MOST_COMMENTS).filter((column) => !comments.includes(column));
  return { unit: { ...unit, aliases }, comments: [...comments, ...further], ignore: before.ignore };
}

/** Another column brings its own way of writing along, unless somebody chose one with it. */
function formatOf(time: Choices['time'], before: Choices['time'], profiles: readonly ColumnProfile[]): string {
  const isNew = (time.column !== before.column || time.clock !== before.clock) && time.format === before.format;
  return (isNew && formatIn(time, profiles)) || time.format;
}

function formatIn({ column, clock }: Choices['time'], profiles: readonly ColumnProfile[]): string | null {
  const [dates, times] = [column, clock].map(
    (name) => profiles.find(({ key }) => key === name)?.values.map(({ text }) => text) ?? [],
  );
  const together =
    clock === '' ? dates : dates!.map((date, at) => `${date} ${times![at % times!.length] ?? ''}`.trim());
  return timeFormatOf(together!);
}

/** As with the answers of a question: those of another column go, and new texts of the same one are guessed. */
function contactOf({ contact }: Choices, before: Choices, profiles: readonly ColumnProfile[]): Choices['contact'] {
  const profile = profiles.find(({ key }) => key === contact.column);
  const guessed = profile ? permissionsIn(profile) : [];
  const kept = contact.column === before.contact.column ? contact.meanings : [];
  const known = new Set(kept.map(({ text }) => plain(text)));
  const meanings = contact.column === '' ? [] : [...kept, ...guessed.filter(({ text }) => !known.has(plain(text)))];
  return { column: contact.column, meanings };
}

/** A form writes line breaks as it likes, and headings may hold some: columns are found again by their words. */
const namesIn = (profiles: readonly ColumnProfile[]) => new Map(profiles.map(({ key }) => [oneLine(key), key]));

/** The choices with their columns by other names; those without one keep their own. */
export function withNames(sent: Choices, names: ReadonlyMap<string, string>): Choices {
  const named = (column: string) => names.get(oneLine(column)) ?? column;
  const questions = Object.entries(sent.questions).map(([question, column]) => [question, named(column)]);
  return {
    ...sent,
    unit: { ...sent.unit, column: named(sent.unit.column) },
    time: { ...sent.time, column: named(sent.time.column), clock: named(sent.time.clock) },
    contact: { ...sent.contact, column: named(sent.contact.column) },
    responseId: named(sent.responseId),
    questions: Object.fromEntries(questions) as Choices['questions'],
    comments: sent.comments.map(named),
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Those of the same column are kept, and what else was found in it is guessed; those of another column go. */
function meaningsOf(question: Question, posted: Choices, before: Choices, profiles: readonly ColumnProfile[]) {
  const guessed = guessMeanings(question, posted, profiles);
  if (posted.questions[question] === '') return [];
  if (posted.questions[question] !== before.questions[question]) return guessed;
  const kept = posted.meanings.filter((one) => one.question === question);
  const known = new Set(kept.map(({ text }) => plain(text)));
  return [...kept, ...guessed.filter(({ text }) => !known.has(plain(text)))];
}

const MOST_UNKNOWN = 30;

/** Texts of the unit's column that are no unit of ours, each with what it was said to mean so far. */
export function unknownUnits(choices: Choices, profiles: readonly ColumnProfile[], units: readonly KnownUnit[]) {
  const { column, match, aliases } = choices.unit;
  const known = new Set(units.map(({ code, name }) => (match === 'name' ? plain(name) : code)));
  const asKnown = { code: (text: string) => text, shortCode: withZeros, name: plain }[match];
  const found = profiles.find(({ key }) => key === column)?.values ?? [];
  const means = new Map(aliases.map((alias) => [plain(alias.text), alias.means]));
  const strange = found.map(({ text }) => text).filter((text) => !known.has(asKnown(text)));
  const said = aliases.map(({ text }) => text).filter((text) => !known.has(asKnown(text)));
  const all = [...new Map([...strange, ...said].map((text) => [plain(text), text])).values()];
  return {
    shown: all.slice(0, MOST_UNKNOWN).map((text) => ({ text, means: means.get(plain(text)) ?? '' })),
    more: Math.max(0, all.length - MOST_UNKNOWN),
  };
}
