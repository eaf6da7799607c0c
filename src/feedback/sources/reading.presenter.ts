/** How the file is read, in a sentence for each of our fields with the reason; what somebody should check comes first. */
import { t } from '../../platform/language/t.js';
import { sayList, sayNumber } from '../../platform/say.js';
import type { Question } from '../imports/mapping.js';
import { withZeros } from '../imports/unit-finder.js';
import { plain } from '../imports/plain.js';
import type { ColumnProfile } from './column-profile.js';
import { QUESTIONS } from './mapping-choices.js';
import type { MappingDraft } from './mapping-drafts.service.js';
import { questionName } from './question-name.js';
import { readScale } from './scale-words.js';
import { isDayOrMonth } from './guess-time.js';

interface Reading {
  name: string;
  sentence: string;
  sure: boolean;
  /** Of the field of the form. */
  href: string;
}

export function presentReading(draft: MappingDraft) {
  const readings = [
    readUnit(draft),
    readTime(draft),
    readId(draft),
    ...QUESTIONS.filter((question) => draft.choices.questions[question] !== '').map((one) => readQuestion(one, draft)),
    ...readQuestions(draft),
    ...readWords(draft),
  ];
  const unsure = readings.filter(({ sure }) => !sure).length;
  return {
    unsure,
    sentence: sayWhole(unsure, draft),
    readings: [...readings].sort((a, b) => Number(a.sure) - Number(b.sure)),
  };
}

function sayWhole(unsure: number, { preview }: MappingDraft): string {
  if (unsure > 0)
    return t(
      '{n, plural, one {One thing needs your eye, and stands first.} other {# things need your eye, and stand first.}}',
      { n: unsure },
    );
  return preview?.stored === 0
    ? t('Every column was recognised, yet none of these rows can be stored. The rows below say why.')
    : t('Everything was recognised. Look at the rows below, then save.');
}

const profileOf = ({ sample }: MappingDraft, column: string) => sample.profiles.find(({ key }) => key === column);

function readUnit(draft: MappingDraft): Reading {
  const { column, match, aliases } = draft.choices.unit;
  const at = { name: t('Unit'), href: '#unit' };
  const profile = profileOf(draft, column);
  if (!profile)
    return { ...at, sure: false, sentence: t('No column says which unit. Choose it, or the file can’t be used.') };
  const known = new Set(draft.units.map(({ code, name }) => (match === 'name' ? plain(name) : code)));
  const said = new Set(aliases.filter(({ means }) => means !== '').map(({ text }) => plain(text)));
  const asKnown = { code: (text: string) => text, shortCode: withZeros, name: plain }[match];
  const hits = profile.values.filter(({ text }) => known.has(asKnown(text)) || said.has(plain(text))).length;
  const values = { column: profile.label, hits: sayNumber(hits), all: sayNumber(profile.values.length) };
  const sure = hits === profile.values.length;
  if (match !== 'shortCode')
    return { ...at, sure, sentence: t('“{column}”: {hits} of its {all} texts are units of ours.', values) };
  const sentence = t(
    '“{column}”: {hits} of its {all} texts are our codes once their lost leading zeros are put back.',
    values,
  );
  return { ...at, sure: false, sentence };
}

function readTime(draft: MappingDraft): Reading {
  const { column, clock, format } = draft.choices.time;
  const at = { name: t('Time of the answer'), href: '#time' };
  const profile = profileOf(draft, column);
  if (!profile)
    return { ...at, sure: false, sentence: t('No column holds times. Choose it, or the file can’t be used.') };
  const texts = profile.values.map(({ text }) => text);
  const values = { column: profile.label, clock, example: texts[0] ?? '', format };
  if (isDayOrMonth(format, texts))
    return {
      ...{ ...at, href: '#format', sure: false },
      sentence: t('“{column}”: {example} could be day first or month first, and no row tells which.', values),
    };
  if (clock !== '') return { ...at, sure: true, sentence: t('“{column}” with the time of day in “{clock}”.', values) };
  return { ...at, sure: true, sentence: t('“{column}”: every text is a time such as {example}.', values) };
}

function readId(draft: MappingDraft): Reading {
  const profile = profileOf(draft, draft.choices.responseId);
  const at = { name: t('Response id'), href: '#responseId' };
  if (!profile)
    return {
      ...at,
      sure: true,
      sentence: t('None: equal lines are different customers, and a corrected answer is a new one.'),
    };
  const unique = profile.distinct === profile.filled && profile.filled === draft.sample.answers;
  return unique
    ? { ...at, sure: true, sentence: t('“{column}”: never empty and never the same twice.', { column: profile.label }) }
    : {
        ...at,
        sure: false,
        sentence: t('“{column}” is empty or the same in some rows: only the first of them counts.', {
          column: profile.label,
        }),
      };
}

function readQuestion(question: Question, draft: MappingDraft): Reading {
  const profile = profileOf(draft, draft.choices.questions[question]);
  const at = { name: questionName(question), href: `#${question}` };
  const column = profile?.label ?? draft.choices.questions[question];
  if (!profile) return { ...at, sure: false, sentence: t('“{column}” is not in this file.', { column }) };
  const open = draft.choices.meanings.filter((one) => one.question === question && one.means === '');
  if (open.length > 0)
    return {
      ...{ ...at, sure: false },
      sentence: t('“{column}”: nobody has said what {answers} means. Rows with it are rejected.', {
        ...{ column, answers: sayList(open.slice(0, 3).map(({ text }) => `“${text}”`)) },
      }),
    };
  return { ...at, ...sayScale(profile, column) };
}

/** Scales that are not five steps in our order are right only if somebody says so. */
function sayScale(profile: ColumnProfile, column: string): Pick<Reading, 'sentence' | 'sure'> {
  const { loose, reversed } = readScale(
    profile.values.map(({ text }) => text),
    profile.label,
  );
  if (reversed) return { sure: false, sentence: t('“{column}”: 1 is read as the best, as its words say.', { column }) };
  if (loose)
    return {
      sure: false,
      sentence: t('“{column}” has other steps than 1 to 5. See which of them counts as what.', { column }),
    };
  return { sure: true, sentence: t('“{column}”: all its answers are known.', { column }) };
}

function readQuestions(draft: MappingDraft): Reading[] {
  if (QUESTIONS.some((question) => draft.choices.questions[question] !== '')) return [];
  const sentence = t('No column was recognised as a question. Choose at least one.');
  return [{ name: t('Answers'), href: '#ease', sure: false, sentence }];
}

function readWords(draft: MappingDraft): Reading[] {
  const { comments, contact } = draft.choices;
  const label = (column: string) => `“${profileOf(draft, column)?.label ?? column}”`;
  return [
    ...(comments.length === 0
      ? []
      : [
          {
            ...{ name: t('Customers’ words'), href: '#comment1', sure: true },
            sentence: t('{columns}. Names, numbers and addresses in them are masked.', {
              columns: sayList(comments.map(label)),
            }),
          },
        ]),
    ...(contact.column === ''
      ? []
      : [
          {
            ...{ name: t('May be contacted'), href: '#contact' },
            sure: contact.meanings.every(({ means }) => means !== ''),
            sentence: t('{column} says whether a customer may be asked further.', { column: label(contact.column) }),
          },
        ]),
  ];
}
