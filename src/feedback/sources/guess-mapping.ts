/** A first mapping for a file, from what its rows look like: somebody reads it before anything is stored by it. */
import type { Layout } from '../imports/layout.js';
import type { Question } from '../imports/mapping.js';
import type { KnownUnit } from '../imports/unit-finder.js';
import type { ColumnProfile } from './column-profile.js';
import { guessComments, guessQuestions, guessResponseId } from './guess-questions.js';
import { guessContact } from './guess-contact.js';
import { guessTime } from './guess-time.js';
import { guessUnit } from './guess-unit.js';
import { type Choices, type ChosenMeaning, noChoices, QUESTIONS } from './mapping-choices.js';
import { type Meaning, wholeScale } from './scale-words.js';

/** Answers that somebody can be asked to give a meaning to. */
const MOST_MEANINGS = 60;

/** Columns that survey tools add by themselves: never a question, a comment or a unit. */
const OF_THE_TOOL =
  /^(status|ip ?address|progress|duration.*|finished|recorded ?date|start ?date|end ?date|distribution ?channel|user ?language|location ?(latitude|longitude|accuracy)|recipient.*|response ?set|external.*reference|e-?mail ?address)$/i;

export function guessMapping(
  layout: Pick<Layout, 'zone'>,
  profiles: readonly ColumnProfile[],
  rows: number,
  units: readonly KnownUnit[],
): Choices {
  const choices = noChoices();
  const time = guessTime(profiles);
  if (time) choices.time = { ...time, zone: layout.zone ?? choices.time.zone };
  choices.responseId = guessResponseId(profiles, rows) ?? '';
  const asked = profiles.filter(
    ({ key }) => ![choices.time.column, choices.time.clock, choices.responseId].includes(key) && !isTools(key),
  );
  const unit = guessUnit(asked, units);
  if (unit) choices.unit = { column: unit.column, match: unit.zerosLost ? 'shortCode' : unit.match, aliases: [] };
  const rest = asked.filter(({ key }) => key !== unit?.column);
  choices.contact = guessContact(rest);
  Object.assign(
    choices.questions,
    withoutGaps(guessQuestions(rest.filter(({ key }) => key !== choices.contact.column))),
  );
  const answered = Object.values(choices.questions);
  choices.comments = guessComments(rest.filter(({ key }) => ![...answered, choices.contact.column].includes(key)));
  return { ...choices, meanings: QUESTIONS.flatMap((question) => guessMeanings(question, choices, profiles)) };
}

const isTools = (key: string) => OF_THE_TOOL.test(key.replace(/^_/, ''));

function withoutGaps(found: Partial<Record<Question, string>>): Partial<Record<Question, string>> {
  return Object.fromEntries(Object.entries(found).filter(([, column]) => column !== undefined));
}

/** What each answer of a question's column would mean; '' where nobody can say. */
export function guessMeanings(
  question: Question,
  { questions }: Pick<Choices, 'questions'>,
  profiles: readonly ColumnProfile[],
): ChosenMeaning[] {
  const profile = profiles.find(({ key }) => key === questions[question]);
  if (!profile) return [];
  const found = profile.values.slice(0, MOST_MEANINGS).map(({ text }) => text);
  const scale = wholeScale(found, profile.label);
  const shown = new Map(found.map((text) => [text.toLowerCase(), text]));
  return [...scale].map(([text, meaning]) => ({ question, text: shown.get(text) ?? text, means: meansOf(meaning) }));
}

const meansOf = (meaning: Meaning) => (meaning === null ? '' : String(meaning));
