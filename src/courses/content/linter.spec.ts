import { describe, expect, it } from '@jest/globals';
import type { Question } from '../../assessment/questions/question.js';
import type { CourseContent } from './content.js';
import { lintCourse } from './linter.js';

const ASKED: Question = {
  kind: 'singleChoice',
  text: 'What comes first?',
  options: [
    { key: 'a', text: 'Listen to them', fraction: '1', feedback: 'Yes.' },
    { key: 'b', text: 'Explain to them', fraction: '0', feedback: 'Later.' },
  ],
  feedback: { correct: 'Yes.', partly: null, incorrect: 'No.' },
};

const course = (text: string, minutes = 1, question = ASKED): CourseContent => ({
  slug: 'a-course',
  kind: 'course',
  title: 'A course',
  summary: 'About something.',
  primaryDriver: 'friendly',
  drivers: ['friendly'],
  minutes: 5,
  language: 'en',
  completionRule: 'lessonsRead',
  validityMonths: null,
  lessons: [
    {
      title: 'One',
      minutes,
      blocks: [
        { kind: 'text', key: 'text', text },
        { kind: 'check', key: 'check', question },
      ],
    },
  ],
  quiz: null,
});

const words = (n: number) => Array.from({ length: n }, () => 'word').join(' ');
const asked = (change: Partial<Question>) => lintCourse(course('Short.', 1, { ...ASKED, ...change }));

describe('an author is advised', () => {
  it('of nothing when all is well', () => expect(lintCourse(course('Let them finish. Then say sorry.'))).toEqual([]));

  it('of a sentence that is too long', () => {
    expect(lintCourse(course(`${words(30)}. Short.`))).toEqual([]);
    expect(lintCourse(course(`${words(31)}. Short.`))).toEqual([
      'Lesson 1 has a sentence of over 30 words: “word word word word word…”.',
    ]);
  });

  it('of minutes that do not fit the words', () => {
    const text = Array.from({ length: 100 }, () => 'Four words in all.').join(' ');
    expect(lintCourse(course(text, 2))).toEqual([]);
    expect(lintCourse(course(text, 1))).toEqual(['Lesson 1 takes about 3 minutes to read, and says 1.']);
  });

  it('of a right answer that its length gives away', () => {
    const [right, wrong] = ASKED.options;
    const options = [{ ...right!, text: 'Listen to them until they have finished' }, wrong!];
    expect(asked({ options })).toEqual([
      'The right answer to “What comes first?” is much longer than the others, which gives it away.',
    ]);
  });

  it('of answers that lean on the others', () => {
    const options = [...ASKED.options, { key: 'c', text: 'All of the above', fraction: '0', feedback: 'No.' }];
    expect(asked({ options })).toEqual([
      '“What comes first?” offers all or none of the others; give it an answer that stands by itself.',
    ]);
  });

  it('of a question about what is not so, but not of a story with a “not” in it', () => {
    expect(asked({ text: 'Which of these does not help?' })).toHaveLength(1);
    expect(asked({ text: 'You are not sure. What helps?' })).toEqual([]);
  });
});
