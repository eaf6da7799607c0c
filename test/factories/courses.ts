import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { ScenarioBlock } from '../../src/courses/blocks/scenario.js';
import { CoursesService } from '../../src/courses/courses.service.js';
import type { TestApp } from '../support/app.js';

/** A course as an author would write it: plain values of content/courses/SLUG.yaml. */
export type CourseSource = Record<string, unknown> & { slug: string };

/** Two lessons (one with a scenario, one with a check) and a quiz of one question. */
export function aCourse(change: Partial<CourseSource> = {}): CourseSource {
  const slug = change.slug ?? 'put-it-right';
  return {
    slug,
    kind: 'course',
    title: 'Put it right',
    summary: 'Turn a bad moment into the reason someone comes back.',
    primaryDriver: 'expectations',
    drivers: ['expectations'],
    minutes: 8,
    language: 'en',
    completionRule: 'both',
    validityMonths: null,
    lessons: [
      { title: 'Listen first', minutes: 3, blocks: [aText('why', 'Let them **finish**.'), aScenario()] },
      { title: 'Own the fix', minutes: 2, blocks: [aText('how', 'Say what happens next.'), aCheck()] },
    ],
    quiz: aQuizSource(slug),
    ...change,
  };
}

/** The same without a quiz: read to finish. */
export function aReadingCourse(change: Partial<CourseSource> = {}): CourseSource {
  return aCourse({ slug: 'just-read', title: 'Just read', completionRule: 'lessonsRead', quiz: null, ...change });
}

export const aText = (key: string, text: string) => ({ kind: 'text', key, text });

/** opening -(a)-> heard -(a)-> kept (ending); opening -(b)-> excuse (ending). */
export function aScenario(key = 'parcel'): ScenarioBlock {
  const choice = (name: string, text: string, to: string) => ({ key: name, text, why: `Why ${name} at ${to}.`, to });
  const node = { choices: [], ending: null };
  return {
    kind: 'scenario',
    key,
    title: 'The second trip',
    setting: 'Gareth has come back for the second time.',
    customer: 'Gareth',
    start: 'opening',
    nodes: [
      {
        ...node,
        id: 'opening',
        says: 'I took the morning off for this.',
        emotion: 'disappointed',
        choices: [choice('a', 'A whole morning. I’m sorry.', 'heard'), choice('b', 'It’s the depot.', 'excuse')],
      },
      {
        ...node,
        id: 'heard',
        says: 'Thank you.',
        emotion: 'satisfied',
        choices: [choice('a', 'I’ll ring you by four.', 'kept'), choice('b', 'Pop in again.', 'excuse')],
      },
      { ...node, id: 'kept', says: 'That’s all I wanted.', emotion: 'delighted', ending: 'He went home happy.' },
      { ...node, id: 'excuse', says: 'I need my parcel.', emotion: 'irritated', ending: 'He left cross.' },
    ],
  };
}

export function aCheck(key = 'sure') {
  return { kind: 'check', key, question: aQuestionSource() };
}

export function aQuizSource(slug: string, change: object = {}) {
  return {
    title: 'Put it right: quiz',
    passPercent: 80,
    attemptsAllowed: null,
    shuffleQuestions: false,
    shuffleOptions: false,
    behaviour: 'immediateFeedback',
    gradingMethod: 'highest',
    questions: [{ key: `${slug}-1`, drivers: ['expectations'], marks: 1, ...aQuestionSource() }],
    ...change,
  };
}

/** The first option is right. */
export function aQuestionSource() {
  return {
    kind: 'singleChoice',
    text: 'What comes first?',
    options: [
      { key: 'listen', text: 'Listening', fraction: 1, feedback: 'They can tell.' },
      { key: 'explain', text: 'Explaining', fraction: 0, feedback: 'They are not ready for it.' },
    ],
    feedback: { correct: 'Listening costs nothing.', partly: null, incorrect: 'Listen, then explain.' },
  };
}

/** A content directory on disk. */
export async function aContentDirectory(
  courses: readonly CourseSource[],
  images: Record<string, string> = {},
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'cxu-content-'));
  await Promise.all([mkdir(join(directory, 'courses')), mkdir(join(directory, 'images'))]);
  const files = [
    ...courses.map((course) => ({ path: join('courses', `${course.slug}.yaml`), text: stringify(course) })),
    ...Object.entries(images).map(([name, text]) => ({ path: join('images', name), text })),
  ];
  await Promise.all(files.map(({ path, text }) => writeFile(join(directory, path), text)));
  return directory;
}

/** Publishes courses as start-up does; gives the slugs that got a new version. */
export async function publish(app: TestApp, ...courses: CourseSource[]): Promise<string[]> {
  return (await app.nest.get(CoursesService).loadContent(await aContentDirectory(courses))).published;
}
