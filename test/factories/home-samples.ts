/** Sample facts for the specs of home. */
import type { MyThemeDay } from '../../src/campaigns/campaigns.queries.js';
import type { CourseCard } from '../../src/courses/course-version.js';
import type { UnderWay } from '../../src/learning/my-learning.queries.js';
import type { AssignedCourse } from '../../src/assignments/requirements/assigned-course.js';
import type { ThemedWeek } from '../../src/home/home-facts.js';

const PUT_IT_RIGHT = {
  courseId: 7,
  slug: 'put-it-right-first-time',
  title: 'Put it right first time',
  driver: 'expectations',
  minutes: 15,
  language: 'en',
} as const;

export function aTask(changes: Partial<AssignedCourse> = {}): AssignedCourse {
  const reasons = [{ by: 'Dawn Mercer', role: 'areaManager' as const, reason: 'Customers are being sent elsewhere.' }];
  return { ...PUT_IT_RIGHT, dueOn: '2027-02-12', reasons, wantedOn: null, ...changes };
}

export function begun(changes: Partial<UnderWay> = {}): UnderWay {
  return { ...PUT_IT_RIGHT, step: 2, steps: 6, movedAt: new Date('2027-02-09T12:00:00Z'), ...changes };
}

export function aCourse(): CourseCard {
  return { ...PUT_IT_RIGHT, versionId: 1, kind: 'course', summary: 'Own it, check it, hand it over warmly.' };
}

export function aDay(changes: Partial<MyThemeDay> = {}): MyThemeDay {
  return {
    id: 3,
    heldOn: '2027-02-10',
    title: 'When it goes wrong',
    driver: 'expectations',
    summary: 'Listen first, then own the fix.',
    challenge: 'Own one problem to its end.',
    pledgePrompt: 'Today I will',
    huddle: 'When did somebody last put something right for you?',
    courseSlug: 'when-it-goes-wrong',
    courseTitle: 'When it goes wrong',
    minutes: 5,
    done: false,
    pledge: null,
    ...changes,
  };
}

/** Monday done, Tuesday missed, and today, Wednesday 10 February 2027. */
export function aWeek(days?: MyThemeDay[]): ThemedWeek {
  const campaign = {
    id: 1,
    slug: 'love',
    title: 'Love Your Customers Week',
    story: 'Six days, six small habits.',
    look: 'love',
    startsOn: '2027-02-08',
    endsOn: '2027-02-13',
  } as const;
  const three = [
    aDay({ heldOn: '2027-02-08', driver: 'friendly', title: 'A proper hello', done: true }),
    aDay({ heldOn: '2027-02-09', driver: 'efficiency', title: 'Make it easy' }),
    aDay(),
  ];
  return { campaign, days: days ?? three, now: 'running', joined: null };
}
