import type { Block } from '../../blocks/block.js';
import { t } from '../../../platform/language/t.js';
import type { ScenarioBlock } from '../../blocks/scenario.js';
import { questionGaps } from './question-gaps.js';

type Gaps = { [K in Block['kind']]: (block: Extract<Block, { kind: K }>, n: string) => string[] };

const GAPS: Gaps = {
  text: ({ text }, n) => (text === '' ? [t('Lesson {n} has a text without words.', { n })] : []),
  image: ({ src, alt }, n) => [
    ...(src === '' ? [t('Lesson {n} has an image block without a picture.', { n })] : []),
    ...(alt === '' ? [t('Lesson {n} has an image without a text alternative.', { n })] : []),
  ],
  callout: ({ title, text }, n) => [
    ...(title === '' ? [t('Lesson {n} has a callout without a heading.', { n })] : []),
    ...(text === '' ? [t('Lesson {n} has a callout without words.', { n })] : []),
  ],
  scenario: scenarioGaps,
  check: ({ question }, n) => questionGaps(question, t('The check in lesson {n}', { n })),
};

/**
 * What is still missing in a block, as sentences.
 * @param position of its lesson, from 1
 */
export function blockGaps(block: Block, position: number): string[] {
  return (GAPS[block.kind] as (block: Block, n: string) => string[])(block, String(position));
}

function scenarioGaps(block: ScenarioBlock, n: string): string[] {
  const gaps = block.nodes.reduce((sum, node) => sum + emptyLines(node), 0);
  return [
    ...(block.title === '' ? [t('The conversation in lesson {n} has no title.', { n })] : []),
    ...(block.setting === '' ? [t('The conversation in lesson {n} does not say where it takes place.', { n })] : []),
    ...(block.customer === '' ? [t('The customer of the conversation in lesson {n} has no name.', { n })] : []),
    ...(gaps > 0
      ? [
          t(
            '{gaps, plural, one {The conversation in lesson {n} has one line still to write.} other {The conversation in lesson {n} has # lines still to write.}}',
            {
              n,
              gaps,
            },
          ),
        ]
      : []),
  ];
}

function emptyLines({ says, ending, choices }: ScenarioBlock['nodes'][number]): number {
  const lines = [says, ...(ending === null ? [] : [ending]), ...choices.flatMap((choice) => [choice.text, choice.why])];
  return lines.filter((line) => line === '').length;
}
