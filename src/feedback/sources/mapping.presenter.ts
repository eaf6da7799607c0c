import { msg, t } from '../../platform/language/t.js';
import { sayNumber } from '../../platform/say.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import type { Question } from '../imports/mapping.js';
import { EMOTION_NAMES, EMOTIONS } from '../../platform/emotions.js';
import { importPath, importsPath, mappingFilledPath, mappingPath } from '../paths.js';
import type { SurveyOptions } from '../uploads/survey-uploads.service.js';
import { type ColumnProfile, doubledNames } from './column-profile.js';
import type { Layout } from '../imports/layout.js';
import { plain } from '../imports/plain.js';
import { type Choices, MEANINGS, MOST_COMMENTS, PERMISSIONS, QUESTIONS } from './mapping-choices.js';
import type { MappingDraft } from './mapping-drafts.service.js';
import { unknownUnits } from './posted-choices.js';
import { presentPreview } from './preview.presenter.js';
import { questionName } from './question-name.js';
import { presentReading } from './reading.presenter.js';
import { ENCODING_NAMES, ENCODINGS } from './text-encoding.js';
import { presentOlder } from './versions.presenter.js';
import { presentFormats, presentZones, sayDayOrMonth } from './time-choices.presenter.js';

/** The mapping form, and the rows beside it. */
export function mappingPage(draft: MappingDraft, problems: readonly Problem[]) {
  const { upload, source, sample, units, choices } = draft;
  const name = source?.name ?? (upload.options as SurveyOptions).sourceName ?? '';
  const unknown = unknownUnits(choices, sample.profiles, units);
  const chosen = sample.profiles.find(({ key }) => key === choices.time.column);
  return {
    title: t('Which column is what in {file}', { file: upload.fileName }),
    sub: sayFile(name, draft),
    back: { text: t('Back to imports of customer feedback'), href: importsPath },
    file: importPath(upload.id),
    problems: presentProblems(problems),
    path: mappingPath(upload.id),
    byFile: presentByFile(upload.id, problems),
    doubled: sayDoubled(sample.layout),
    unit: columnSelect('unit', t('Unit'), choices.unit.column, sample.profiles, t('Choose a column')),
    reading: presentReading(draft),
    encoding: presentEncodings(draft),
    match: MATCHES.map(({ value, text }) => ({ value, text: t(text), selected: choices.unit.match === value })),
    aliases: unknown.shown.map((alias, at) => ({ ...alias, id: `alias-${at}` })),
    moreAliases: unknown.more > 0 ? t('{n} more are not listed.', { n: sayNumber(unknown.more) }) : null,
    time: columnSelect('time', t('Time of the answer'), choices.time.column, sample.profiles, t('Choose a column')),
    clock: columnSelect('clock', t('Time of day'), choices.time.clock, sample.profiles, t('In the same column')),
    formats: presentFormats(choices.time.format, chosen),
    dayOrMonth: sayDayOrMonth(choices.time.format, chosen),
    zones: presentZones(choices.time.zone, sample.layout.zone),
    responseId: columnSelect('responseId', t('Response id'), choices.responseId, sample.profiles),
    questions: QUESTIONS.map((question) => presentQuestion(question, choices, sample.profiles)),
    comments: Array.from({ length: MOST_COMMENTS }, (_, at) =>
      columnSelect(
        `comment${at + 1}`,
        at === 0 ? t('Customers’ words') : t('More words'),
        choices.comments[at] ?? '',
        sample.profiles,
      ),
    ),
    contact: presentContact(choices, sample.profiles),
    older: presentOlder(upload.id, draft.versions),
    preview: presentPreview(draft),
  };
}

/** The field of a mapping from somebody’s disk. */
export const MAPPING_FILE = 'mappingFile';

function presentByFile(id: number, problems: readonly Problem[]) {
  const error = problems.find(({ field }) => field === MAPPING_FILE)?.sentence ?? null;
  return { path: mappingFilledPath(id), field: MAPPING_FILE, error };
}

const MATCHES = [
  { value: 'code', text: msg('By its code') },
  { value: 'shortCode', text: msg('By its code, without leading zeros') },
  { value: 'name', text: msg('By its name') },
];

function sayFile(name: string, { sample }: MappingDraft): string {
  const encoding = ENCODING_NAMES[sample.encoding];
  const { headerRows, kind } = sample.layout;
  return kind === 'plain'
    ? t('For {name}. Written in {encoding}.', { name, encoding })
    : t('For {name}. Written in {encoding}, with {n, plural, one {# heading row} other {# heading rows}}.', {
        name,
        encoding,
        n: headerRows,
      });
}

function sayDoubled({ kind, tags }: Layout): string | null {
  const names = kind === 'plain' ? doubledNames(tags) : [];
  return names.length === 0
    ? null
    : t('More than one column is called {names}: they are numbered here, from left to right.', {
        names: names.join(', '),
      });
}

/** One select for one of our fields; a column that the file does not have is shown as what it is. */
function columnSelect(
  id: string,
  label: string,
  column: string,
  profiles: readonly ColumnProfile[],
  none: string = t('Not in this file'),
) {
  const missing = column !== '' && !profiles.some(({ key }) => key === column);
  return {
    id,
    label,
    items: [
      { value: '', text: none, selected: column === '' },
      ...(missing ? [{ value: column, text: t('{column} (not in this file)', { column }), selected: true }] : []),
      ...profiles.map(({ key, label: text }) => ({ value: key, text, selected: key === column })),
    ],
  };
}

function presentQuestion(question: Question, choices: Choices, profiles: readonly ColumnProfile[]) {
  const meanings = choices.meanings.filter((one) => one.question === question);
  return {
    ...columnSelect(question, questionName(question), choices.questions[question], profiles),
    question,
    legend: t('What the answers to {question} mean', { question: questionName(question) }),
    meanings: unsureFirst(meanings).map(({ text, means }, at) => ({
      id: `${question}-${at}`,
      question,
      text,
      times: sayTimes(timesOf(profiles, choices.questions[question], text)),
      open: means === '',
      items: MEANINGS.map((value) => ({ value, text: sayMeaning(question, value), selected: value === means })),
    })),
  };
}

/** What nobody has given a meaning yet comes first. */
const unsureFirst = <T extends { means: string }>(meanings: readonly T[]): T[] =>
  [...meanings].sort((a, b) => Number(a.means !== '') - Number(b.means !== ''));

/** How often a text came in the rows that were looked at. */
function timesOf(profiles: readonly ColumnProfile[], column: string, text: string): number {
  const values = profiles.find(({ key }) => key === column)?.values ?? [];
  return values.find((value) => plain(value.text) === plain(text))?.times ?? 0;
}

const sayTimes = (n: number) =>
  n === 0 ? t('not in these rows') : t('{n, plural, one {once} other {# times}}', { n });

const PERMISSION_NAMES: Record<string, string> = {
  yes: msg('Yes'),
  no: msg('No'),
  none: msg('Nobody said'),
  '': msg('Reject it'),
};

function presentContact({ contact }: Choices, profiles: readonly ColumnProfile[]) {
  return {
    ...columnSelect('contact', t('May be contacted'), contact.column, profiles),
    legend: t('What its texts say about being contacted'),
    meanings: unsureFirst(contact.meanings).map(({ text, means }, at) => ({
      id: `contact-${at}`,
      text,
      times: sayTimes(timesOf(profiles, contact.column, text)),
      open: means === '',
      items: PERMISSIONS.map((value) => ({ value, text: t(PERMISSION_NAMES[value]!), selected: value === means })),
    })),
  };
}

/** Each way of writing with a line of the file as it would read; null while every way reads the same. */
function presentEncodings({ sample }: MappingDraft) {
  if (sample.lines.size === 0) return null;
  const readable = ENCODINGS.filter(
    (encoding) => encoding === sample.encoding || !sample.lines.get(encoding)?.includes('\ufffd'),
  );
  return readable.map((value) => ({
    value: value === sample.told ? '' : value,
    text: t('{encoding}: {line}', { encoding: ENCODING_NAMES[value], line: sample.lines.get(value) ?? '' }),
    selected: value === sample.encoding,
  }));
}

function sayMeaning(question: Question, means: string): string {
  if (means === '') return t('Reject it');
  if (means === 'none') return t('No answer');
  const emotion = EMOTIONS[5 - Number(means)];
  if (question === 'emotion' && emotion) return t(EMOTION_NAMES[emotion]);
  if (means === '5') return t('5, the best');
  return means === '1' ? t('1, the worst') : means;
}
