import { authorsFraction } from './authors-fraction.js';
import { compare, fraction, type Fraction, ONE, sayFraction, sum, toFraction, ZERO } from './fraction.js';
import { addOption, asKind, removeOption, TRUE_FALSE_WORDS } from './question-edits.js';
import { type Option, type Question, QUESTION_KINDS, type QuestionKind } from './question.js';

/**
 * The form in which an author writes a question, read as far as it goes: what is not written yet is '', so nothing that was
 * typed is ever refused. Whether the question can be published is `questionFrom`'s to say.
 *
 * Its fields (views/partials/question-fields.hbs): `kind` as chosen and `was` as the fields were drawn, `text`, and for each
 * option, in order, `optionKey`, `optionText`, `optionWhy` and `optionShare`; `right` holds the keys of the right ones;
 * `correct`, `partly`, `incorrect`; and `do`, the button: `addOption`, `removeOption KEY`, anything else saves.
 * @param language of the course, for the words of true and false
 */
export function readQuestionForm(posted: Record<string, unknown>, language: 'en' | 'cy' = 'en'): Question {
  const written = writtenQuestion(posted, kindIn(posted.was) ?? kindIn(posted.kind) ?? 'singleChoice');
  const question = asKind(written, kindIn(posted.kind) ?? written.kind, TRUE_FALSE_WORDS[language]);
  const [act, key = ''] = textOf(posted.do).split(' ');
  if (act === 'addOption') return addOption(question);
  return act === 'removeOption' ? weighedAnew(removeOption(question, key)) : question;
}

/** What is left shares the mark when an answer that earned a part of it is gone. */
function weighedAnew(question: Question): Question {
  const rows = question.options.map(({ fraction: share, ...option }) => ({ ...option, share: toFraction(share) }));
  return { ...question, options: weighed(question.kind, rows, rightKeys(question)) };
}

function writtenQuestion(posted: Record<string, unknown>, kind: QuestionKind): Question {
  const rows = rowsOf(posted);
  const right = rightOnes(kind, rows, listOf(posted.right));
  return {
    kind,
    text: textOf(posted.text),
    options: weighed(kind, rows, right),
    feedback: {
      correct: textOf(posted.correct),
      partly: kind === 'multipleChoice' ? textOf(posted.partly) || null : null,
      incorrect: textOf(posted.incorrect),
    },
  };
}

/** The keys of the options that count as right in the form: the whole mark or, where several are chosen, a part of it. */
export function rightKeys({ kind, options }: Question): string[] {
  const isRight = (share: Fraction) => compare(share, kind === 'multipleChoice' ? ZERO : lessThanOne) > 0;
  return options.filter((option) => isRight(toFraction(option.fraction))).map((option) => option.key);
}

function kindIn(value: unknown): QuestionKind | null {
  return QUESTION_KINDS.find((kind) => kind === value) ?? null;
}

const lessThanOne = fraction(999_999n, 1_000_000n);

type Row = Omit<Option, 'fraction'> & { share: Fraction };

function rowsOf(posted: Record<string, unknown>): Row[] {
  const texts = listOf(posted.optionText);
  const whys = listOf(posted.optionWhy);
  const shares = listOf(posted.optionShare);
  const rows = listOf(posted.optionKey).map((key, index) => ({
    key,
    text: texts[index] ?? '',
    feedback: whys[index] ?? '',
    share: authorsFraction(shares[index]) ?? ZERO,
  }));
  return rows.filter((row, index) => /^[a-z0-9-]{1,80}$/.test(row.key) && rows.findIndex(sameKey(row)) === index);
}

const sameKey = (row: Row) => (other: Row) => other.key === row.key;

/** Of a question with one right answer, the first that was ticked. */
function rightOnes(kind: QuestionKind, rows: readonly Row[], ticked: readonly string[]): string[] {
  const keys = rows.map((row) => row.key).filter((key) => ticked.includes(key));
  return kind === 'multipleChoice' ? keys : keys.slice(0, 1);
}

/**
 * The share of the mark that each option earns. Shares that an author of a file gave stay as they are while the same options
 * are right. Otherwise the right ones share the mark, and where several may be chosen a wrong one takes as much away as a
 * right one earns, so that ticking everything earns nothing.
 */
function weighed(kind: QuestionKind, rows: readonly Row[], right: readonly string[]): Option[] {
  const share = kind === 'multipleChoice' ? sharesOfSeveral(rows, right) : (row: Row) => shareOfOne(kind, row, right);
  return rows.map((row) => ({
    key: row.key,
    text: row.text,
    fraction: sayFraction(share(row)),
    feedback: row.feedback,
  }));
}

/** An option that is not the best may still earn a part; one that was the best before and is not now earns nothing. */
function shareOfOne(kind: QuestionKind, row: Row, right: readonly string[]): Fraction {
  if (right.includes(row.key)) return ONE;
  return kind === 'trueFalse' || compare(row.share, ONE) >= 0 ? ZERO : row.share;
}

function sharesOfSeveral(rows: readonly Row[], right: readonly string[]): (row: Row) => Fraction {
  if (right.length === 0) return () => ZERO;
  const earned = rows.filter((row) => compare(row.share, ZERO) > 0);
  const asBefore = earned.map((row) => row.key).join() === right.join();
  if (asBefore && compare(sum(earned.map((row) => row.share)), ONE) === 0) return (row) => row.share;
  const part = fraction(1n, BigInt(right.length));
  return (row) => (right.includes(row.key) ? part : fraction(-part.top, part.bottom));
}

function listOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return values.map(textOf);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim() : '';
}
