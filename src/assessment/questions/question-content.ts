import { type ContentRead, ContentReader } from './content-reader.js';
import { compare, fraction, type Fraction, ONE, parseFraction, sayFraction, ZERO } from './fraction.js';
import { KINDS } from './kinds.js';
import { type CombinedFeedback, type Option, type Question, QUESTION_KINDS } from './question.js';

const QUESTION_FIELDS = ['key', 'kind', 'text', 'drivers', 'marks', 'options', 'feedback'];

/** Reads one question of a content file. `key`, `drivers` and `marks` belong to the quiz around it and are passed over. */
export function readQuestion(raw: unknown): ContentRead<Question> {
  return ContentReader.read(raw, questionFrom);
}

export function questionFrom(reader: ContentReader): Question {
  reader.allowOnly(QUESTION_FIELDS);
  const kind = reader.oneOf('kind', QUESTION_KINDS);
  const options = reader.list('options').map(optionFrom);
  const weighed = options.map((option) => ({ key: option.key, fraction: option.weight }));
  for (const sentence of [...listProblems(options), ...KINDS[kind].optionProblems(weighed)])
    reader.problem(sentence, 'options');
  return {
    kind,
    text: reader.text('text', 500),
    options: options.map(({ key, text, weight, feedback }) => ({ key, text, fraction: sayFraction(weight), feedback })),
    feedback: feedbackFrom(reader.group('feedback')),
  };
}

type OptionRead = Omit<Option, 'fraction'> & { weight: Fraction };

function optionFrom(reader: ContentReader): OptionRead {
  reader.allowOnly(['key', 'text', 'fraction', 'feedback']);
  const weight = authorsFraction(reader.raw('fraction'));
  if (!weight) reader.problem('Give the fraction as a number from -1 to 1, or as 1/3.', 'fraction');
  return { key: reader.key(), text: reader.text('text', 300), weight: weight ?? ZERO, feedback: reader.text('feedback') };
}

function feedbackFrom(reader: ContentReader): CombinedFeedback {
  reader.allowOnly(['correct', 'partly', 'incorrect']);
  return {
    correct: reader.text('correct'),
    partly: reader.textOrNull('partly'),
    incorrect: reader.text('incorrect'),
  };
}

function listProblems(options: readonly OptionRead[]): string[] {
  const problems: string[] = [];
  if (options.length < 2 || options.length > 20) problems.push('Give a question from 2 to 20 options.');
  if (new Set(options.map((option) => option.key)).size < options.length) problems.push('Two options share a key.');
  if (new Set(options.map((option) => option.text)).size < options.length) problems.push('Two options say the same.');
  return problems;
}

const LARGEST_MEANT_BOTTOM = 12n;
const CLOSE_ENOUGH = fraction(1n, 20_000n);

/** An author who writes 0.3333 means a third; three of them have to make a whole mark. Null when out of -1 to 1. */
function authorsFraction(value: unknown): Fraction | null {
  const written = typeof value === 'number' || typeof value === 'string' ? parseFraction(String(value)) : null;
  if (!written || compare(written, ONE) > 0 || compare(written, fraction(-1n)) < 0) return null;
  for (let bottom = 1n; bottom <= LARGEST_MEANT_BOTTOM; bottom += 1n) {
    const meant = fraction(nearestTop(written, bottom), bottom);
    if (compare(distance(meant, written), CLOSE_ENOUGH) <= 0) return meant;
  }
  return written;
}

function nearestTop(written: Fraction, bottom: bigint): bigint {
  const doubled = written.top * bottom * 2n;
  const half = written.top < 0n ? -written.bottom : written.bottom;
  return (doubled + half) / (written.bottom * 2n);
}

function distance(a: Fraction, b: Fraction): Fraction {
  const difference = fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
  return compare(difference, ZERO) < 0 ? fraction(-difference.top, difference.bottom) : difference;
}
