/** How a route is asked, where its address alone does not say it. */
import type { Fields } from '../support/browserless.js';

const CHOICE = 'course=put-it-right-first-time&reason=Queues&dueOn=2027-02-24';

/** Addresses that name their thing behind the question mark, or otherwise than by the parts of their path. */
export const ADDRESSES: Record<string, string> = {
  'GET /feedback/responses': '/feedback/responses?unit=:code',
  'GET /feedback/responses.csv': '/feedback/responses.csv?unit=:code',
  'GET /numbers/:key': '/numbers/footfall?unit=:code',
  'GET /numbers/:key.csv': '/numbers/footfall.csv?unit=:code',
  'GET /assignments/new': `/assignments/new?unit=:code&${CHOICE}`,
  'GET /assignments/preview': `/assignments/preview?unit=:code&${CHOICE}`,
  'GET /alerts/new': '/alerts/new?about=/units/:code',
  'GET /views/new': '/views/new?address=/units/:code',
  'GET /assignments/people.csv': '/assignments/people.csv?unit=:code',
  'GET /assignments/units.csv': '/assignments/units.csv?unit=:code',
  'GET /studio/courses/:id/quiz/questions/:key': '/studio/courses/:id/quiz/questions/queues-keep-people-in-the-loop-1',
};

/** What a form holds when somebody sends it as its page gave it. Without a line here it is sent empty. */
export const FORMS: Record<string, Fields> = {
  'POST /units/:code/messages': { token: 'TOKEN', words: 'What do you see there?' },
  'POST /areas/:code/messages': { token: 'TOKEN', words: 'What do you see there?' },
  'POST /regions/:code/messages': { token: 'TOKEN', words: 'What do you see there?' },
  'POST /units/:code/actions': { token: 'TOKEN', happenedOn: '2027-02-08', words: 'Moved the counter' },
  'POST /feedback/theme-editions/:id/returns': { formToken: 'TOKEN' },
  'POST /feedback/themes/:key': {
    nameEn: 'Queues',
    nameCy: 'Ciwiau',
    en: 'queue',
    cy: 'ciw',
    mustFind: 'A queue',
    act: 'try',
  },
  'POST /alerts': {
    token: 'TOKEN',
    about: '/units/021047',
    measure: 'ease',
    rule: 'falls',
    threshold: '',
    delivery: 'app',
    next: 'save',
  },
  'POST /alerts/:id': {
    token: 'TOKEN',
    about: '/units/021047',
    measure: 'ease',
    rule: 'falls',
    threshold: '',
    delivery: 'app',
    next: 'save',
  },
  'POST /impact/plans': {
    ...{ course: 'put-it-right-first-time', metric: 'ease', kinds: 'branch', waves: '2', comparison: 'yes' },
    ...{ firstMonday: '2027-03-29', weeksBetween: '4', daysGiven: '28', lot: '0123456789abcdef', formToken: 'TOKEN' },
  },
  'POST /impact/studies': {
    ...{ courses: 'put-it-right-first-time', metric: 'ease', kinds: 'branch', threshold: '80', weighting: 'answers' },
    ...{ clusterLevel: 'unit', formToken: 'TOKEN' },
  },
  'POST /impact/studies/:id/runs': { formToken: 'TOKEN' },
  'POST /views': { token: 'TOKEN', address: '/units/021047', name: 'Monday' },
  'POST /views/:id/name': { name: 'Monday morning' },
  'POST /feedback/past-imports/:id/undo': { formToken: 'TOKEN' },
  'POST /assignments/:id/extensions': { formToken: 'TOKEN', everybody: 'yes', dueOn: '2027-03-26' },
  'POST /assignments/:id/nudges': { formToken: 'TOKEN', everybody: 'yes' },
  'POST /assignments/:id/withdrawals': { reason: 'Not needed any more.' },
  'POST /assignments/:id/people/:reference/decisions': {
    formToken: 'TOKEN',
    kind: 'waived',
    reason: 'Works there until Friday only.',
  },
  'POST /campaigns/:slug/days/:date/pledges': { words: 'I will say my name.' },
  'POST /attempts/:id/questions/:number': { answer: '1' },
  'POST /assignments': {
    unit: '021047',
    course: 'put-it-right-first-time',
    reason: 'So that nobody is sent elsewhere.',
    dueOn: '2027-02-24',
    formToken: 'TOKEN',
  },
};
