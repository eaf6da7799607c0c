import { type ContentRead, type ContentReader, readContent, repeated } from '../../platform/content-reader.js';
import { t } from '../../platform/language/t.js';
import { authorsFraction } from './authors-fraction.js';
import { type Fraction, sayFraction, ZERO } from './fraction.js';
import { KINDS } from './kinds.js';
import { type CombinedFeedback, type Option, type Question, QUESTION_KINDS } from './question.js';

/** Reads a question that stands in a lesson. It has no key; its drivers and marks, if any, count for nothing. */
export function readQuestion(raw: unknown): ContentRead<Question> {
  return readContent(raw, (reader) => {
    const question = questionFrom(reader);
    reader.raw('drivers');
    reader.raw('marks');
    reader.close();
    return question;
  });
}

/** Reads what every question has; the caller reads the rest and closes the reader. */
export function questionFrom(reader: ContentReader): Question {
  const kind = reader.oneOf('kind', QUESTION_KINDS);
  const options = reader
    .list('options', 2)
    .map((item, index) => optionFrom(reader.child(item, t('option {n}', { n: String(index + 1) }))));
  const weighed = options.map((option) => ({ key: option.key, fraction: option.weight }));
  const problems = [...sameTwice(options), ...KINDS[kind].optionProblems(weighed)];
  problems.forEach((sentence) => reader.problem('options', sentence));
  return {
    kind,
    text: reader.text('text', t('the question'), 500),
    options: options.map(({ key, text, weight, feedback }) => ({ key, text, fraction: sayFraction(weight), feedback })),
    feedback: feedbackFrom(reader.group('feedback')),
  };
}

type OptionRead = Omit<Option, 'fraction'> & { weight: Fraction };

function optionFrom(reader: ContentReader): OptionRead {
  const weight = authorsFraction(reader.raw('fraction'));
  if (!weight) reader.problem('fraction', t('give “fraction” as a number from -1 to 1, or as 1/3.'));
  const option = {
    key: optionKey(reader),
    text: reader.text('text', t('the answer'), 300),
    weight: weight ?? ZERO,
    feedback: reader.text('feedback', t('why it is right or not'), 500),
  };
  reader.close();
  return option;
}

/** YAML reads an unquoted true or 1 as something other than text; a key may be written either way. */
function optionKey(reader: ContentReader): string {
  const raw = reader.raw('key');
  return typeof raw === 'boolean' || typeof raw === 'number' ? String(raw) : reader.key('key');
}

function feedbackFrom(reader: ContentReader): CombinedFeedback {
  const feedback = {
    correct: reader.text('correct', t('what to say to a right answer'), 500),
    partly: reader.textOrNull('partly', 500),
    incorrect: reader.text('incorrect', t('what to say to a wrong answer'), 500),
  };
  reader.close();
  return feedback;
}

function sameTwice(options: readonly OptionRead[]): string[] {
  const keys = repeated(options.map((option) => option.key)).map((key) =>
    t('two options have the key “{key}”.', { key }),
  );
  const texts = repeated(options.map((option) => option.text)).map((text) => t('two options say “{text}”.', { text }));
  return [...keys, ...texts];
}
