import { describe, expect, it } from '@jest/globals';
import type { CourseState } from '../../courses/course-states.service.js';
import { presentCourse } from './course.presenter.js';
import { presentFinished } from './finished.presenter.js';
import type { Place } from '../places/place.js';
import { presentQuiz } from '../quiz/quiz.presenter.js';

const TODAY = '2027-02-10';
const YESTERDAY = new Date('2027-02-09T12:00:00Z');
const NOTHING: CourseState = { tag: null, meta: null, why: null };
const UNTRIED = { questions: 8, passPercent: 80, attempts: 0, openAttemptId: null, bestPercent: null, passed: false };

const place = (change: Partial<Place> = {}): Place => ({
  version: {
    courseId: 1,
    versionId: 11,
    slug: 'put-it-right',
    kind: 'course',
    title: 'Put it right',
    summary: 'Turn it round.',
    driver: 'expectations',
    drivers: ['efficiency', 'expectations'],
    minutes: 8,
    language: 'en',
    number: 1,
    completionRule: 'both',
    validityMonths: null,
    quizVersionId: 5,
    lessons: [
      { id: 101, position: 1, title: 'Listen', minutes: 3 },
      { id: 102, position: 2, title: 'Own it', minutes: 1 },
    ],
  },
  enrolment: null,
  finishedAt: null,
  lastFinishedAt: null,
  read: [],
  quiz: UNTRIED,
  closed: null,
  ...change,
});

const begun = {
  versionId: 11,
  startedAt: YESTERDAY,
  finished: false,
  lessonPosition: 2,
  blockPosition: 1,
  staysForGood: false,
  moveTo: null,
  read: [1],
};
const finished = { finishedAt: YESTERDAY, lastFinishedAt: YESTERDAY };
const closed = { closed: { opensOn: '2027-02-13', closesOn: null } };

describe('the page of a course', () => {
  it.each<[string, Partial<Place>, string | null, string | null]>([
    ['new', {}, null, 'Start'],
    ['begun', { enrolment: begun, read: [1] }, 'Step 2 of 3 saved.', 'Continue'],
    ['finished', finished, 'You finished this on Tuesday 9 February.', 'Look again'],
    ['not open yet', closed, 'This opens on Saturday 13 February. Come back then.', null],
    [
      'finished once, in an older version',
      { lastFinishedAt: YESTERDAY },
      'You finished an earlier version on Tuesday 9 February.',
      'Start',
    ],
  ])('of one that is %s says so, with one thing to do', (_, change, standing, act) => {
    const model = presentCourse(place(change), NOTHING, TODAY);
    expect(model.standing).toBe(standing);
    expect(model.act?.text ?? null).toBe(act);
  });

  it('names its first driver first, how long it takes, and each step', () => {
    const model = presentCourse(place({ read: [1] }), NOTHING, TODAY);
    expect(model.driverNames).toBe('Expectations and Efficiency');
    expect(model.meta).toBe('8 minutes: 2 lessons and a quiz');
    expect(model.lessons.map(({ meta, done }) => [meta, done])).toEqual([
      ['3 minutes', true],
      ['1 minute', false],
    ]);
    expect(model.quiz).toEqual({ path: '/courses/put-it-right/quiz', done: false, meta: '8 questions' });
  });

  it('links to nothing inside while it is closed', () => {
    const { lessons, quiz } = presentCourse(place(closed), NOTHING, TODAY);
    expect([...lessons.map(({ path }) => path), quiz?.path]).toEqual([null, null, null]);
  });

  it('says how the quiz went', () => {
    const metaOf = (change: object) =>
      presentCourse(place({ quiz: { ...UNTRIED, ...change } }), NOTHING, TODAY).quiz?.meta;
    expect(metaOf({ attempts: 1 })).toBe('Not passed yet. Try again any time.');
    expect(metaOf({ attempts: 1, passed: true })).toBe('Passed');
    expect(presentCourse(place({ quiz: null }), NOTHING, TODAY)).toMatchObject({
      quiz: null,
      meta: '8 minutes: 2 lessons',
    });
  });

  it('marks Welsh as Welsh', () => {
    const { version } = place();
    expect(presentCourse(place({ version: { ...version, language: 'cy' } }), NOTHING, TODAY).lang).toBe('cy');
    expect(presentCourse(place(), NOTHING, TODAY).lang).toBeNull();
  });
});

describe('the door to a quiz', () => {
  const door = (change: object, problem: string | null = null) =>
    presentQuiz(place(), { ...UNTRIED, ...change }, problem);

  it.each([
    [{}, 'Take your time. You can stop and go on later: every answer is saved.', 'Start the quiz'],
    [
      { attempts: 1, bestPercent: 50 },
      'Not passed yet after 1 try. Your best so far: 50%. Have another go when you are ready.',
      'Take it again',
    ],
    [{ attempts: 2, bestPercent: 90, passed: true }, 'You have passed. Your best so far: 90%.', 'Take it again'],
  ])('after %j says where one stands', (standing, sentence, button) => {
    expect(door(standing)).toMatchObject({
      standing: sentence,
      action: { text: button },
      facts: '8 questions. 80% passes.',
    });
  });

  it('repeats why it did not open', () => {
    expect(door({}, 'No attempts are left.').problems?.list).toEqual([
      { text: 'No attempts are left.', href: '#main' },
    ]);
  });
});

describe('the page after a course', () => {
  it.each<[Partial<Place>, string]>([
    [finished, '2 lessons read. It is in your record.'],
    [
      { ...finished, quiz: { ...UNTRIED, passed: true, bestPercent: 90 } },
      '2 lessons read, quiz passed with 90%. It is in your record.',
    ],
    [{ lastFinishedAt: YESTERDAY }, 'That was an earlier version. It is in your record.'],
  ])('says what was done', (change, did) => {
    const drivers = [{ driver: 'expectations' as const, done: 1, of: 1 }];
    const model = presentFinished(place(change), [], drivers);
    expect(model.did).toBe(did);
    expect(model.ring.items).toEqual([{ driver: 'expectations', name: 'Expectations', text: '1 of 1, complete' }]);
  });
});
