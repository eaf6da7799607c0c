import { t } from '../../platform/language/t.js';
import { sayMoment, sayNumber } from '../../platform/say.js';
import type { MappedRow } from '../imports/mapped-row.js';
import type { Question } from '../imports/mapping.js';
import { sayTests } from '../imports/tally.js';
import { sayPermission } from '../responses-csv.js';
import { EMOTION_NAMES, emotionOf } from '../../platform/emotions.js';
import { type Choices, QUESTIONS } from './mapping-choices.js';
import type { MappingDraft } from './mapping-drafts.service.js';
import { questionName } from './question-name.js';
import type { PreviewRow } from './preview.js';

const LONGEST_COMMENT = 90;

/** Twenty rows as they will be stored, and what becomes of the others. */
export function presentPreview({ preview, problem, choices, units }: MappingDraft) {
  if (preview === null) return { problem, summary: null, tests: null, reasons: [], table: null };
  const asked = QUESTIONS.filter((question) => choices.questions[question] !== '');
  const names = new Map(units.map(({ id, code, name }) => [id, `${name} (${code})`]));
  return {
    problem: null,
    summary: t('{stored} of the first {read} rows can be stored.', {
      stored: sayNumber(preview.stored),
      read: sayNumber(preview.read),
    }),
    tests: preview.tests === 0 ? null : sayTests(preview.tests),
    reasons: preview.reasons.map(sayReason),
    table: {
      caption: t('The first rows as they will be stored'),
      head: headOf(asked, choices),
      width: headOf(asked, choices).length - 1,
      rows: preview.rows.map((row) => presentRow(row, asked, choices, names)),
    },
  };
}

function sayReason({ column, reason, times }: { column: string; reason: string; times: number }): string {
  return column === ''
    ? t('{n, plural, one {Once} other {# times}}: {reason}', { n: times, reason })
    : t('{n, plural, one {Once} other {# times}} in {column}: {reason}', { n: times, column, reason });
}

function headOf(asked: readonly Question[], { comments, contact }: Choices): string[] {
  return [
    t('Line'),
    t('Unit'),
    t('Time'),
    ...asked.map(questionName),
    ...(comments.length > 0 ? [t('Customers’ words')] : []),
    ...(contact.column === '' ? [] : [t('May be contacted')]),
  ];
}

function presentRow(
  { line, row, reject }: PreviewRow,
  asked: readonly Question[],
  { comments, contact }: Choices,
  names: ReadonlyMap<number, string>,
) {
  if (row === null) {
    const why = reject ? (reject.column ? `${reject.column}: ${reject.reason}` : reject.reason) : '';
    const rejected = reject?.isTest ? t('Left out. {why}', { why: reject.reason }) : t('Rejected. {why}', { why });
    return { line: sayNumber(line), rejected, cells: [] };
  }
  return {
    line: sayNumber(line),
    rejected: null,
    cells: [
      sayUnit(row, names),
      sayMoment(row.answeredAt),
      ...asked.map((question) => sayAnswer(question, row.answers[question])),
      ...(comments.length > 0 ? [shortened(row.comment ?? '–')] : []),
      ...(contact.column === '' ? [] : [sayPermission(row.mayContact) ?? '–']),
    ],
  };
}

function sayUnit({ unitId, merged }: MappedRow, names: ReadonlyMap<number, string>): string {
  const unit = names.get(unitId) ?? '';
  return merged ? t('{unit}, for {named}, which had merged', { unit, named: merged.name }) : unit;
}

function sayAnswer(question: Question, value: number | undefined): string {
  if (value === undefined) return '–';
  if (question !== 'emotion') return String(value);
  const emotion = emotionOf(value);
  return emotion ? t(EMOTION_NAMES[emotion]) : '–';
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_COMMENT ? `${characters.slice(0, LONGEST_COMMENT - 1).join('')}…` : text;
}
