import fc from 'fast-check';
import type { Question } from '../../src/assessment/questions/question.js';
import type { QuizContent } from '../../src/assessment/quizzes/quiz-content.js';
import { DRIVERS } from '../../src/platform/drivers.js';
import type { Block } from '../../src/courses/blocks/block.js';
import type { ScenarioNode } from '../../src/courses/blocks/scenario.js';
import { EMOTIONS } from '../../src/platform/emotions.js';
import type { CourseContent } from '../../src/courses/content/content.js';

/** Any course that may be published, for properties: all five kinds of block, all three kinds of question, odd words. */

/** What people type and paste: lines, quotes, colons, tabs, other alphabets, and what YAML would take for something else. */
const ODD = [
  '- no',
  'yes: no',
  '# x',
  '"',
  '’',
  "'",
  '|',
  '>',
  'null',
  '1e3',
  '\t',
  '\n',
  '\r\n',
  ' ',
  '{{x}}',
  '%',
  '@',
  '🙂',
];

const words = (max: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'grapheme', maxLength: 12 })), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join('').replaceAll('\u0000', '').trim().slice(0, max).trim())
    .filter((text) => text !== '' && !/\p{Cs}/u.test(text));

const key = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/);

const question: fc.Arbitrary<Question> = fc
  .record({
    kind: fc.constantFrom('singleChoice' as const, 'multipleChoice' as const, 'trueFalse' as const),
    text: words(500),
    texts: fc.uniqueArray(words(300), { minLength: 4, maxLength: 4 }),
    feedback: fc.record({ correct: words(500), partly: fc.option(words(500)), incorrect: words(500) }),
  })
  .map(({ kind, text, texts, feedback }) => {
    const [first, second, third, fourth] = texts.map((option) => ({ text: option, feedback: option })) as [O, O, O, O];
    const options = {
      singleChoice: [
        { ...first, key: 'a', fraction: '1' },
        { ...second, key: 'b', fraction: '-1/3' },
        { ...third, key: '2', fraction: '1/7' },
      ],
      multipleChoice: [
        { ...first, key: 'a', fraction: '1/3' },
        { ...second, key: 'b', fraction: '2/3' },
        { ...third, key: 'c', fraction: '0' },
        { ...fourth, key: 'd', fraction: '-1/2' },
      ],
      trueFalse: [
        { ...first, key: 'true', fraction: '1' },
        { ...second, key: 'false', fraction: '0' },
      ],
    };
    return { kind, text, options: options[kind], feedback };
  });

type O = { text: string; feedback: string };

const node = (id: string, to: string[]): fc.Arbitrary<ScenarioNode> =>
  fc
    .record({ says: words(600), emotion: fc.constantFrom(...EMOTIONS), why: words(300) })
    .map(({ says, emotion, why }) => ({
      id,
      says,
      emotion,
      ending: to.length === 0 ? why : null,
      choices: to.map((target, index) => ({ key: `c${index}`, text: why, why: says, to: target })),
    }));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), key, text: words(4000) }),
  fc.record({
    kind: fc.constant('image' as const),
    key,
    src: fc.constant('counter-1f0a9b3c.svg'),
    alt: words(300),
    caption: fc.option(words(200)),
  }),
  fc.record({
    kind: fc.constant('callout' as const),
    key,
    tone: fc.constantFrom('tip' as const, 'care' as const),
    title: words(80),
    text: words(4000),
  }),
  fc.record({ kind: fc.constant('check' as const), key, question }),
  fc.record({
    kind: fc.constant('scenario' as const),
    key,
    title: words(100),
    setting: words(500),
    customer: words(60),
    start: fc.constant('opening'),
    nodes: fc.tuple(node('opening', ['middle', 'end']), node('middle', ['opening', 'end']), node('end', [])),
  }),
);

const quiz: fc.Arbitrary<QuizContent> = fc.record({
  title: words(200),
  passPercent: fc.integer({ min: 0, max: 100 }),
  attemptsAllowed: fc.option(fc.integer({ min: 1, max: 100 })),
  shuffleQuestions: fc.boolean(),
  shuffleOptions: fc.boolean(),
  behaviour: fc.constantFrom('immediateFeedback' as const, 'deferredFeedback' as const),
  gradingMethod: fc.constantFrom('highest' as const, 'average' as const, 'first' as const, 'last' as const),
  questions: fc.uniqueArray(
    fc.record({
      key,
      drivers: fc.subarray([...DRIVERS], { minLength: 1 }),
      marks: fc.integer({ min: 1, max: 100 }),
      question,
    }),
    { minLength: 1, maxLength: 4, selector: (each) => each.key },
  ),
});

const lesson = fc.record({
  title: words(100),
  minutes: fc.integer({ min: 1, max: 30 }),
  blocks: fc.uniqueArray(block, { minLength: 1, maxLength: 5, selector: (each) => each.key }),
});

export const anyCourse: fc.Arbitrary<CourseContent> = fc
  .record({
    slug: key,
    kind: fc.constantFrom('course' as const, 'themeDay' as const),
    title: words(100),
    summary: words(400),
    drivers: fc.subarray([...DRIVERS], { minLength: 1 }),
    minutes: fc.integer({ min: 1, max: 240 }),
    language: fc.constantFrom('en' as const, 'cy' as const),
    validityMonths: fc.option(fc.integer({ min: 1, max: 120 })),
    lessons: fc.array(lesson, { minLength: 1, maxLength: 3 }),
    quiz: fc.option(quiz),
  })
  .map((course) => ({
    ...course,
    primaryDriver: course.drivers[0]!,
    completionRule: course.quiz === null ? ('lessonsRead' as const) : ('both' as const),
  }));
