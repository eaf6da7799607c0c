import { describe, expect, it } from '@jest/globals';
import { DRIVERS } from '../platform/drivers.js';
import { chosenCourses, type CourseToLink, metricPhrase, METRICS, readChoice } from './link-choice.js';

const course = (id: number, slug: string, driver: CourseToLink['driver'], kind: CourseToLink['kind'] = 'course') => ({
  id,
  slug,
  title: slug,
  driver,
  kind,
});
const courses = [
  course(1, 'put-it-right', 'expectations'),
  course(2, 'first-ten-seconds', 'friendly'),
  course(3, 'a-proper-hello', 'friendly', 'themeDay'),
];

describe('what is set against what', () => {
  it.each([
    [{}, { metric: 'ease', training: 'all', weeks: 13 }],
    [
      { metric: 'netEmotion', training: 'friendly', weeks: '4' },
      { metric: 'netEmotion', training: 'friendly', weeks: 4 },
    ],
    [
      { metric: 'friendly', training: 'put-it-right', weeks: '26' },
      { metric: 'friendly', training: 'put-it-right', weeks: 26 },
    ],
    [
      { metric: 'ease_n', training: 'nothing', weeks: '5' },
      { metric: 'ease', training: 'all', weeks: 13 },
    ],
    [
      { metric: ['ease', 'x'], training: { a: 'b' }, weeks: ['4'] },
      { metric: 'ease', training: 'all', weeks: 13 },
    ],
    [
      { metric: '__proto__', training: 'constructor' },
      { metric: 'ease', training: 'all', weeks: 13 },
    ],
  ])('%j', (asked, choice) => {
    expect(readChoice(asked, courses)).toEqual(choice);
  });

  it.each([
    ['all', [1, 2]],
    ['friendly', [2]],
    ['efficiency', []],
    ['a-proper-hello', [3]],
  ])('%s stands for courses %j', (training, ids) => {
    expect(chosenCourses(training, courses).map(({ id }) => id)).toEqual(ids);
  });

  it('has words for every metric', () => {
    expect(METRICS.map(metricPhrase)).toEqual([
      'ease',
      'net emotion',
      ...DRIVERS.map((driver) => `the ${driver} score`),
    ]);
  });
});
