/**
 * The table that the matrix is held to: of which thing each route is, and who has the one at Ashbridge and the one elsewhere
 * in reach. Who may use a route at all is what its controller declares; the two together say how each route answers to each
 * of the cast. Read it at every change.
 */
import { DESKS } from './expected-desks.js';
import { OWN_PAGES } from './expected-own.js';
import type { ThingName } from './thing.js';

export interface Expected {
  /** Null for pages and lists of one's own. */
  thing: ThingName | null;
  /** Names of the cast who have the thing at Ashbridge in reach; everybody unless said. */
  here?: readonly string[];
  /** And the one elsewhere: the CX team unless said. */
  elsewhere?: readonly string[];
  /** What opening it answers; a page or another address unless said. */
  opens?: readonly number[];
  /** A list that the address narrows: what is out of reach leaves it empty, as what nobody has does. */
  list?: true;
  /** `METHOD /path` as declared. */
  routes: readonly string[];
}

const CX = ['author', 'analyst', 'administrator'];
const ABOVE = ['areaManager', 'neighbour under cover', 'regionalManager', ...CX];
const LEADERS = ['postmaster', 'departmentManager', 'postmaster and colleague', ...ABOVE];
const FOLLOWERS = ['champion', ...LEADERS];
const IN_UNIT = ['staff', ...FOLLOWERS];
const WORKS_ELSEWHERE = [...CX, 'postmaster and colleague'];

export const EXPECTED: readonly Expected[] = [
  ...OWN_PAGES,
  // Without a token there is nothing; a link works once; a browser is shared, or an identity provider named, or not.
  { thing: null, opens: [404], routes: ['GET /metrics', 'GET /sign-in/company', 'GET /sign-in/company/callback'] },
  // The first step of a form: it is sent back with what is missing.
  { thing: null, opens: [422], routes: ['GET /cover/preview'] },
  { thing: null, opens: [410], routes: ['GET /sign-in/new-password'] },
  {
    thing: null,
    opens: [200, 303, 404],
    routes: [
      'GET /counter',
      'GET /counter/drafts',
      'GET /counter/password',
      'GET /counter/people/:key',
      'GET /counter/people/:key/new-pin',
      'POST /counter/names',
      'POST /counter/people/:key',
      'POST /counter/people/:key/new-pin',
    ],
  },
  {
    thing: 'unit',
    list: true,
    here: LEADERS,
    routes: ['GET /assignments/new', 'GET /assignments/preview'],
  },
  {
    thing: 'unit',
    list: true,
    here: FOLLOWERS,
    routes: ['GET /assignments/people.csv', 'GET /assignments/units.csv'],
  },
  {
    thing: 'unit',
    here: ['postmaster', 'departmentManager', 'postmaster and colleague', ...ABOVE],
    routes: ['GET /feedback/responses', 'GET /feedback/responses.csv'],
  },
  { thing: 'unit', here: IN_UNIT, elsewhere: WORKS_ELSEWHERE, routes: ['GET /numbers/:key', 'GET /numbers/:key.csv'] },
  { thing: 'unit', here: LEADERS, routes: ['GET /network/units/:code'] },
  {
    thing: 'unit',
    here: [
      'postmaster',
      'departmentManager',
      'postmaster and colleague',
      'areaManager',
      'neighbour under cover',
      'regionalManager',
      'administrator',
    ],
    elsewhere: ['administrator'],
    routes: ['GET /first-codes/:code', 'POST /first-codes/:code'],
  },
  { thing: 'area', here: ABOVE, routes: ['GET /network/areas/:code', 'GET /network/areas/:code.csv'] },
  {
    thing: 'unit',
    here: ['postmaster', 'departmentManager', 'postmaster and colleague', 'administrator'],
    elsewhere: ['administrator'],
    routes: ['GET /shared-devices/:code', 'POST /shared-devices/:code'],
  },
  {
    thing: 'sharedDevice',
    here: ['postmaster', 'departmentManager', 'postmaster and colleague', 'administrator'],
    elsewhere: ['administrator'],
    routes: ['POST /shared-devices/:code/:id/name', 'POST /shared-devices/:code/:id/revocation'],
  },
  {
    thing: 'cover',
    here: ['areaManager', 'neighbour under cover', 'regionalManager', 'administrator'],
    elsewhere: ['administrator'],
    routes: ['GET /cover/:id', 'POST /cover/:id/changes', 'POST /cover/:id/endings'],
  },
  { thing: 'person', here: LEADERS, routes: ['GET /people/:reference'] },
  {
    thing: 'person',
    here: ['administrator'],
    elsewhere: ['administrator'],
    routes: [
      'GET /people/:reference/details',
      'GET /people/:reference/leaves/new',
      'GET /people/:reference/postings/new',
      'GET /people/:reference/sign-out',
      'POST /people/:reference/details',
      'POST /people/:reference/extra-time',
      'POST /people/:reference/leaves',
      'POST /people/:reference/postings',
    ],
  },
  {
    thing: 'posting',
    here: ['administrator'],
    elsewhere: ['administrator'],
    routes: ['GET /people/:reference/postings/:id/end', 'POST /people/:reference/postings/:id/end'],
  },
  {
    thing: 'leave',
    here: ['administrator'],
    elsewhere: ['administrator'],
    routes: ['GET /people/:reference/leaves/:id', 'POST /people/:reference/leaves/:id'],
  },
  {
    thing: 'change',
    here: ['administrator'],
    elsewhere: ['administrator'],
    routes: ['POST /people/:reference/changes/:id/undoings'],
  },
  {
    thing: 'savedView',
    here: ['staff'],
    elsewhere: [],
    routes: [
      'GET /views/:id',
      'POST /views/:id/deletion',
      'POST /views/:id/name',
      'POST /views/:id/publication',
      'POST /views/:id/restoration',
      'POST /views/:id/start',
    ],
  },
  {
    thing: 'alert',
    here: ['staff'],
    elsewhere: [],
    routes: [
      'GET /alerts/:id',
      'POST /alerts/:id',
      'POST /alerts/:id/deletion',
      'POST /alerts/:id/pause',
      'POST /alerts/:id/restoration',
    ],
  },
  { thing: 'unit', here: IN_UNIT, elsewhere: WORKS_ELSEWHERE, routes: ['GET /alerts/new', 'GET /views/new'] },
  {
    thing: 'copy',
    here: ['staff'],
    elsewhere: [],
    routes: ['GET /privacy/copies/:id/progress'],
  },
  { thing: 'hold', routes: ['POST /admin/privacy/holds/:id/ending'] },
  {
    thing: 'unit',
    here: IN_UNIT,
    elsewhere: WORKS_ELSEWHERE,
    routes: ['GET /units/:code', 'GET /units/:code.csv'],
  },
  { thing: 'unit', here: FOLLOWERS, routes: ['GET /units/:code/team.csv'] },
  {
    thing: 'unit',
    here: LEADERS,
    routes: ['POST /units/:code/actions', 'GET /units/:code/comments', 'GET /units/:code/comments.csv'],
  },
  { thing: 'unit', here: ABOVE, routes: ['GET /units/:code/messages/new', 'POST /units/:code/messages'] },
  {
    thing: 'area',
    here: ['regionalManager', ...CX],
    routes: ['GET /areas/:code/messages/new', 'POST /areas/:code/messages'],
  },
  { thing: 'region', here: CX, routes: ['GET /regions/:code/messages/new', 'POST /regions/:code/messages'] },
  { thing: 'unit', here: [], elsewhere: [], routes: ['GET /api/v1/units/:code/metrics'] },
  {
    thing: 'number',
    here: [],
    elsewhere: [],
    routes: ['GET /api/v1/metrics/:key/values', 'POST /api/v1/metrics/:key/values'],
  },
  {
    thing: 'numberFile',
    opens: [404],
    routes: ['GET /feedback/number-files/:id/mapping', 'GET /feedback/number-files/:id/rejects'],
  },
  {
    thing: 'area',
    here: ABOVE,
    routes: [
      'GET /areas/:code',
      'GET /areas/:code.csv',
      'GET /areas/:code/weeks.csv',
      'GET /areas/:code/compare',
      'GET /areas/:code/compare.csv',
      'GET /areas/:code/comments',
      'GET /areas/:code/comments.csv',
    ],
  },
  {
    thing: 'region',
    here: ['regionalManager', ...CX],
    routes: [
      'GET /regions/:code',
      'GET /regions/:code.csv',
      'GET /regions/:code/weeks.csv',
      'GET /regions/:code/compare',
      'GET /regions/:code/compare.csv',
      'GET /regions/:code/comments',
      'GET /regions/:code/comments.csv',
    ],
  },
  {
    thing: 'assignment',
    here: FOLLOWERS,
    routes: ['GET /assignments/:id', 'GET /assignments/:id/messages', 'GET /assignments/:id/progress'],
  },
  {
    thing: 'assignment',
    here: LEADERS,
    routes: [
      'POST /assignments/:id/extensions',
      'POST /assignments/:id/nudges',
      'POST /assignments/:id/undoings',
      'POST /assignments/:id/withdrawals',
    ],
  },
  {
    thing: 'personAsked',
    here: LEADERS,
    routes: ['GET /assignments/:id/people/:reference', 'POST /assignments/:id/people/:reference/decisions'],
  },
  {
    thing: 'person',
    here: ['administrator'],
    elsewhere: ['administrator'],
    routes: ['POST /people/:reference/sign-out'],
  },
  {
    thing: 'attempt',
    here: ['staff'],
    elsewhere: [],
    routes: [
      'GET /attempts/:id',
      'GET /attempts/:id/hand-in',
      'GET /attempts/:id/questions/:number',
      'GET /attempts/:id/result',
      'POST /attempts/:id/questions/:number',
      'POST /attempts/:id/retakes',
      'POST /attempts/:id/submission',
    ],
  },
  { thing: 'message', here: ['staff'], elsewhere: [], routes: ['GET /messages/:id'] },
  { thing: 'heldPost', here: ['staff'], elsewhere: [], routes: ['GET /held/:id', 'POST /held/:id/discard'] },
  { thing: 'session', here: ['staff'], elsewhere: [], routes: ['POST /account/sessions/:id/end'] },
  {
    thing: 'course',
    routes: [
      'GET /courses/:slug',
      'GET /courses/:slug/finished',
      'GET /courses/:slug/lessons/:position',
      'GET /courses/:slug/quiz',
      'POST /courses/:slug/enrolments',
      'POST /courses/:slug/lessons/:position/blocks/:key/answers',
      'POST /courses/:slug/lessons/:position/blocks/:key/restarts',
      'POST /courses/:slug/lessons/:position/blocks/:key/turns',
      'POST /courses/:slug/lessons/:position/reads',
      'POST /courses/:slug/more-time',
      'POST /courses/:slug/quiz',
      'GET /studio/published/:slug/versions',
      'GET /studio/published/:slug/versions/:number/export',
      'GET /studio/published/:slug/versions/:number/export/file',
      'POST /studio/published/:slug/drafts',
      'POST /studio/published/:slug/retirements',
      'POST /studio/published/:slug/returns',
    ],
  },
  // Nothing was rejected, changed or made, and nothing waits to be mapped: whoever may look is told so.
  { thing: 'course', opens: [404], routes: ['GET /courses/:slug/more-time'] },
  {
    thing: 'networkImport',
    opens: [404],
    routes: [
      'GET /admin/imports/:id/changes',
      'GET /admin/imports/:id/differences',
      'GET /admin/imports/:id/rejects',
      'GET /admin/imports/:id/undo',
    ],
  },
  {
    thing: 'answersImport',
    opens: [404],
    routes: ['GET /feedback/imports/:id/mapping', 'GET /feedback/imports/:id/rejects'],
  },
  {
    thing: 'pastImport',
    opens: [404],
    routes: [
      'GET /feedback/past-imports/:id/progress',
      'GET /feedback/past-imports/:id/rejects',
      'GET /feedback/past-imports/:id/undone.csv',
    ],
  },
  { thing: 'copy', here: ['staff'], elsewhere: [], opens: [404], routes: ['GET /privacy/copies/:id'] },
  { thing: 'image', routes: ['GET /content/images/:name'] },
  {
    thing: 'week',
    elsewhere: WORKS_ELSEWHERE,
    routes: [
      'GET /campaigns/:slug',
      'GET /campaigns/:slug/days/:date',
      'GET /campaigns/:slug/days/:date/huddle',
      'POST /campaigns/:slug/days/:date/pledges',
    ],
  },
  // Whoever leads at Ashbridge and works elsewhere is no leader of the week there.
  {
    thing: 'week',
    routes: [
      'GET /campaigns/:slug/huddles',
      'GET /campaigns/:slug/result',
      'GET /campaigns/:slug/result.csv',
      'GET /campaigns/:slug/result/figures.csv',
      'GET /campaigns/:slug/result/method.txt',
    ],
  },
  ...DESKS,
];
