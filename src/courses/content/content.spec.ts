import { describe, expect, it } from '@jest/globals';
import { readCourseFile } from './content.js';
import { readContentSet } from './content-set.js';

const COURSE = `slug: put-it-right
kind: course
title: Put it right
summary: Turn a bad moment round.
primaryDriver: expectations
drivers: [expectations, friendly]
minutes: 5
language: en
completionRule: lessonsRead
validityMonths: null
lessons:
  - title: Listen
    minutes: 3
    blocks:
      - { kind: text, key: why, text: "Let them **finish**." }
      - { kind: image, key: hello, src: hello.svg, alt: "A smile", caption: null }
      - { kind: callout, key: try, tone: tip, title: Try saying, text: "I see." }
`;

const read = (text: string, name = 'content/courses/put-it-right.yaml') => readCourseFile({ name, text });
const withLine = (from: string, to: string) => read(COURSE.replace(from, to)).problems;

describe('a course file', () => {
  it('reads into a course', () => {
    const { value, problems } = read(COURSE);
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ slug: 'put-it-right', drivers: ['friendly', 'expectations'], quiz: null });
    expect(value?.lessons[0]?.blocks.map((block) => block.kind)).toEqual(['text', 'image', 'callout']);
  });

  it.each<[string, string, string, string]>([
    [
      'a picture without words',
      'alt: "A smile"',
      'alt: ""',
      'line 16: Lesson 1, block “hello”: write what the picture shows',
    ],
    [
      'a picture from elsewhere',
      'src: hello.svg',
      'src: ../hello.svg',
      'line 16: Lesson 1, block “hello”: name a file in content/images',
    ],
    [
      'an unknown kind of block',
      'kind: callout',
      'kind: poem',
      'line 17: Lesson 1, block “try”: set “kind” to one of: text, image',
    ],
    ['a field that does not exist', 'minutes: 5', 'minutes: 5\nmintues: 6', 'line 8: “mintues” is not a field here'],
    ['two blocks with one key', 'key: hello', 'key: why', 'Lesson 1: two blocks have the key “why”'],
    [
      'a key that is not kebab-case',
      'key: hello',
      'key: Hello There',
      'line 16: Lesson 1, block “Hello There”: write “key” in small letters',
    ],
    ['an unknown driver', 'drivers: [expectations, friendly]', 'drivers: [speed]', 'line 6: List each driver once'],
    [
      'a first driver outside the drivers',
      'primaryDriver: expectations',
      'primaryDriver: knowledge',
      'line 5: Add the primary driver',
    ],
    ['minutes as a word', 'minutes: 5', 'minutes: five', 'line 7: Give “minutes” as a whole number from 1 to 240.'],
    [
      'a rule that needs a quiz',
      'completionRule: lessonsRead',
      'completionRule: both',
      'line 9: This rule needs a quiz',
    ],
    [
      'a slug that is not the file’s name',
      'slug: put-it-right',
      'slug: put-right',
      'line 1: Make the slug the same as the file’s name',
    ],
    [
      'no lessons',
      COURSE.slice(COURSE.indexOf('lessons:')),
      'lessons: []\n',
      'line 11: List at least 1 under “lessons”.',
    ],
    ['a tab in the indentation', '  - title: Listen', '\t- title: Listen', 'This is not readable as YAML'],
    ['a list where fields are wanted', COURSE, '- 1\n- 2\n', 'line 1: Write this as a list of fields'],
    ['an empty file', COURSE, '', 'line 1: Write this as a list of fields'],
  ])('is refused with file, line and what to do: %s', (_, from, to, sentence) => {
    const problems = withLine(from, to).join('\n');
    expect(problems).toContain('content/courses/put-it-right.yaml, ');
    expect(problems).toContain(sentence);
  });

  it('tells everything that is wrong at once', () => {
    const problems = read(COURSE.replace('minutes: 5', 'minutes: 0').replace('tone: tip', 'tone: loud')).problems;
    expect(problems).toHaveLength(2);
  });

  it('passes on what assessment has to say about a check, with the place', () => {
    const check = '      - { kind: check, key: sure, question: { kind: trueFalse, text: Is it? } }\n';
    const problems = read(COURSE + check).problems.join('\n');
    expect(problems).toContain('line 18: Lesson 1, block “sure”:');
  });
});

describe('a set of courses', () => {
  const quiz = `completionRule: both
quiz:
  title: Quiz
  passPercent: 80
  attemptsAllowed: null
  shuffleQuestions: true
  shuffleOptions: true
  behaviour: immediateFeedback
  gradingMethod: highest
  questions:
    - key: same-1
      kind: trueFalse
      text: Is it so?
      drivers: [friendly]
      marks: 1
      options:
        - { key: "true", text: "Yes", fraction: 1, feedback: Right. }
        - { key: "false", text: "No", fraction: 0, feedback: No. }
      feedback: { correct: Right., partly: null, incorrect: No. }
`;
  const file = (slug: string) => ({
    name: `content/courses/${slug}.yaml`,
    text: COURSE.replace('slug: put-it-right', `slug: ${slug}`).replace('completionRule: lessonsRead\n', quiz),
  });

  it('shares no question key', () => {
    const { problems } = readContentSet([file('one'), file('two')], new Set(['hello.svg']));
    expect(problems).toEqual([
      'Two questions have the key “same-1”; a key names one question in all courses, so change one of them.',
    ]);
  });

  it('has all its pictures', () => {
    expect(readContentSet([file('one')], new Set()).problems).toEqual([
      'content/courses/one.yaml: There is no picture “hello.svg” in content/images; add it or correct the name.',
    ]);
  });
});
