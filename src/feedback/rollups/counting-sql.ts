/** SQL text: how one response counts in each column of a rollup. No statement is run here. */
import { EMOTION_VALUES, EMOTIONS } from '../../platform/emotions.js';
import { COUNT_COLUMNS, SCALES } from '../metrics/counts.js';

/** The answer columns of `survey_response`, as staged and stored. */
export const ANSWER_COLUMNS: readonly string[] = ['ease', 'emotion', ...SCALES.filter((scale) => scale !== 'ease')];

/**
 * What a response adds to each counting column, as sums over the rows of `alias` (with the columns of
 * `survey_response`), in the order of `COUNT_COLUMNS`. `weight` is the SQL of +1 or -1.
 */
export function countingSums(alias: string, weight: string): string {
  if (weight === '1') return COUNT_COLUMNS.map((column) => `${counted(alias, column)}::int as ${column}`).join(', ');
  return COUNT_COLUMNS.map(
    (column) => `coalesce(sum(${weight} * ${contribution(alias, column)}), 0)::int as ${column}`,
  ).join(', ');
}

/** The same where all count once: PostgreSQL counts twice as fast as it adds up ones and noughts. */
function counted(alias: string, column: string): string {
  if (column === 'responses') return 'count(*)';
  if (column === 'comments') return `count(${alias}.comment)`;
  const emotion = EMOTIONS.find((word) => word === column);
  if (emotion) return `count(*) filter (where ${alias}.emotion = ${EMOTION_VALUES[emotion]})`;
  const [question = '', part] = column.split('_');
  const answer = `${alias}.${question}`;
  if (part === 'n') return `count(${answer})`;
  return part === 'top' ? `count(*) filter (where ${answer} >= 4)` : `coalesce(sum(${answer}), 0)`;
}

function contribution(alias: string, column: string): string {
  if (column === 'responses') return '1';
  if (column === 'comments') return `(${alias}.comment is not null)::int`;
  const emotion = EMOTIONS.find((word) => word === column);
  if (emotion) return `coalesce(${alias}.emotion = ${EMOTION_VALUES[emotion]}, false)::int`;
  const [question = '', part] = column.split('_');
  const answer = `${alias}.${question}`;
  if (part === 'n') return `(${answer} is not null)::int`;
  if (part === 'top') return `coalesce(${answer} >= 4, false)::int`;
  return `coalesce(${answer}, 0)`;
}
