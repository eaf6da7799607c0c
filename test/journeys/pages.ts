/**
 * An example of every page of the product: whose, and where. The spec beside it asks the application for its routes, so a
 * new page without an example here does not pass.
 */
export interface PageExample {
  /** As its controller declares it. */
  route: string;
  /** Personnel reference of a demo person who may open it; null without signing in. */
  as: string | null;
  path: string;
  /** Learners' pages are held to the weight of a first visit. */
  learner?: true;
}

const SAM = '100001';
const DAWN = '200001';
const MARCUS = '250001';
const NIKHIL = '310001';
const GRACE = '300001';
const ROS = '900001';

const WEEK = '/campaigns/love-your-customers-week-2027';
const STUDIO_WEEKS = '/studio/campaigns';
const DRAFT = '/studio/courses/1';
const BLOCK = '/studio/courses/:id/lessons/:position/blocks/:key';
const COURSE = '/courses/the-first-ten-seconds';

export const PAGES: PageExample[] = [
  { route: '/sign-in', as: null, path: '/sign-in' },
  { route: '/sign-in/help', as: null, path: '/sign-in/help' },
  { route: '/sign-in/help/sent', as: null, path: '/sign-in/help/sent' },
  { route: '/accessibility', as: null, path: '/accessibility' },
  { route: '/privacy', as: null, path: '/privacy' },
  { route: '/privacy', as: SAM, path: '/privacy' },
  { route: '/privacy/my-data', as: SAM, path: '/privacy/my-data' },
  { route: '/privacy/who-looked', as: SAM, path: '/privacy/who-looked' },
  { route: '/admin/privacy', as: ROS, path: '/admin/privacy' },
  { route: '/admin/privacy/leavers', as: ROS, path: '/admin/privacy/leavers' },
  { route: '/admin/audit', as: ROS, path: '/admin/audit' },
  { route: '/', as: SAM, path: '/', learner: true },
  { route: '/', as: DAWN, path: '/' },
  { route: '/', as: NIKHIL, path: '/' },
  { route: '/courses', as: SAM, path: '/courses', learner: true },
  { route: '/courses', as: SAM, path: '/courses?driver=expectations', learner: true },
  { route: '/courses/:slug', as: SAM, path: COURSE, learner: true },
  { route: '/courses/:slug/lessons/:position', as: SAM, path: `${COURSE}/lessons/1`, learner: true },
  { route: '/courses/:slug/lessons/:position', as: SAM, path: `${COURSE}/lessons/3`, learner: true },
  { route: '/courses/:slug/quiz', as: SAM, path: `${COURSE}/quiz`, learner: true },
  { route: '/courses/:slug/finished', as: SAM, path: `${COURSE}/finished`, learner: true },
  { route: '/record', as: SAM, path: '/record', learner: true },
  { route: '/campaigns', as: SAM, path: '/campaigns', learner: true },
  { route: '/campaigns/:slug', as: SAM, path: WEEK, learner: true },
  { route: '/campaigns/:slug/days/:date', as: SAM, path: `${WEEK}/days/2027-02-10`, learner: true },
  { route: '/campaigns/:slug/days/:date/huddle', as: SAM, path: `${WEEK}/days/2027-02-10/huddle` },
  { route: '/campaigns/:slug/huddles', as: DAWN, path: `${WEEK}/huddles` },
  { route: '/campaigns/:slug/result', as: DAWN, path: '/campaigns/love-your-customers-week-2026/result' },
  { route: '/studio', as: GRACE, path: '/studio' },
  { route: '/studio', as: NIKHIL, path: '/studio' },
  { route: '/studio/courses/new', as: GRACE, path: '/studio/courses/new?copy=queues-keep-people-in-the-loop' },
  { route: '/studio/courses/:id', as: GRACE, path: DRAFT },
  { route: '/studio/courses/:id', as: NIKHIL, path: DRAFT },
  { route: '/studio/courses/:id/about', as: GRACE, path: `${DRAFT}/about` },
  { route: '/studio/courses/:id/history', as: GRACE, path: `${DRAFT}/history` },
  { route: '/studio/courses/:id/lessons/:position', as: GRACE, path: `${DRAFT}/lessons/3` },
  { route: '/studio/courses/:id/lessons/:position', as: GRACE, path: `${DRAFT}/lessons/5` },
  { route: BLOCK, as: GRACE, path: `${DRAFT}/lessons/5/blocks/text` },
  { route: BLOCK, as: GRACE, path: `${DRAFT}/lessons/5/blocks/image` },
  { route: BLOCK, as: GRACE, path: `${DRAFT}/lessons/2/blocks/say-it-again` },
  { route: BLOCK, as: GRACE, path: `${DRAFT}/lessons/3/blocks/lunch-queue` },
  { route: BLOCK, as: GRACE, path: `${DRAFT}/lessons/1/blocks/same-wait` },
  { route: '/studio/imports', as: GRACE, path: '/studio/imports' },
  { route: '/studio/courses/:id/quiz', as: GRACE, path: `${DRAFT}/quiz` },
  { route: '/studio/courses/:id/quiz/settings', as: GRACE, path: `${DRAFT}/quiz/settings` },
  {
    route: '/studio/courses/:id/quiz/questions/:key',
    as: GRACE,
    path: `${DRAFT}/quiz/questions/queues-keep-people-in-the-loop-1`,
  },
  { route: '/studio/courses/:id/publish', as: GRACE, path: `${DRAFT}/publish` },
  { route: '/studio/courses/:id/export', as: GRACE, path: `${DRAFT}/export` },
  { route: '/studio/courses/:id/preview', as: GRACE, path: `${DRAFT}/preview` },
  { route: '/studio/courses/:id/preview', as: NIKHIL, path: `${DRAFT}/preview?part=quiz&screen=phone` },
  { route: '/studio/courses/:id/preview/lessons/:position', as: GRACE, path: `${DRAFT}/preview/lessons/5` },
  { route: '/studio/courses/:id/preview/quiz/:number', as: GRACE, path: `${DRAFT}/preview/quiz/1` },
  { route: '/studio/courses/:id/preview/quiz/hand-in', as: GRACE, path: `${DRAFT}/preview/quiz/hand-in` },
  { route: '/studio/courses/:id/preview/quiz/result', as: GRACE, path: `${DRAFT}/preview/quiz/result` },
  { route: '/studio/courses/:id/preview/end', as: GRACE, path: `${DRAFT}/preview/end` },
  {
    route: '/studio/published/:slug/versions',
    as: GRACE,
    path: '/studio/published/queues-keep-people-in-the-loop/versions',
  },
  {
    route: '/studio/published/:slug/versions/:number/export',
    as: NIKHIL,
    path: '/studio/published/queues-keep-people-in-the-loop/versions/1/export',
  },
  { route: '/studio/campaigns', as: GRACE, path: STUDIO_WEEKS },
  { route: '/studio/campaigns/new', as: GRACE, path: `${STUDIO_WEEKS}/new` },
  { route: '/studio/campaigns/:id', as: GRACE, path: `${STUDIO_WEEKS}/1` },
  { route: '/studio/campaigns/:id/details', as: GRACE, path: `${STUDIO_WEEKS}/1/details` },
  { route: '/studio/campaigns/:id/publish', as: GRACE, path: `${STUDIO_WEEKS}/1/publish` },
  { route: '/studio/campaigns/:id/days/:key', as: GRACE, path: `${STUDIO_WEEKS}/1/days/day-3` },
  { route: '/studio/campaigns/:id/days/:key/preview', as: GRACE, path: `${STUDIO_WEEKS}/1/days/day-3/preview` },
  { route: '/admin/service-accounts', as: ROS, path: '/admin/service-accounts' },
  { route: '/dashboard', as: NIKHIL, path: '/dashboard' },
  { route: '/regions/:code', as: MARCUS, path: '/regions/R1' },
  { route: '/regions/:code', as: MARCUS, path: '/regions/R1?weeks=52&against=year&show=ease' },
  { route: '/areas/:code', as: DAWN, path: '/areas/A07' },
  { route: '/areas/:code', as: DAWN, path: '/areas/A07?from=2026-11-02&to=2026-12-27&only=behind' },
  { route: '/units/:code', as: DAWN, path: '/units/021047' },
  { route: '/units/:code', as: SAM, path: '/units/021047' },
  { route: '/assignments', as: DAWN, path: '/assignments' },
  { route: '/assignments', as: DAWN, path: '/assignments?show=todo&course=hearing-what-isnt-said' },
  { route: '/assignments/:id', as: NIKHIL, path: '/assignments/1' },
  { route: '/assignments/:id/messages', as: NIKHIL, path: '/assignments/1/messages' },
  {
    route: '/courses/:slug/more-time',
    as: SAM,
    path: '/courses/queues-keep-people-in-the-loop/more-time',
    learner: true,
  },
  { route: '/assignments/new', as: DAWN, path: '/assignments/new?unit=021047&course=put-it-right-first-time' },
  {
    route: '/assignments/preview',
    as: DAWN,
    path: '/assignments/preview?unit=021047&course=put-it-right-first-time&reason=Queues&dueOn=2027-02-24',
  },
  { route: '/feedback/imports', as: NIKHIL, path: '/feedback/imports' },
  { route: '/feedback/sources', as: NIKHIL, path: '/feedback/sources' },
  { route: '/feedback/sources/new', as: NIKHIL, path: '/feedback/sources/new' },
  { route: '/feedback/sources/:id', as: NIKHIL, path: '/feedback/sources/1' },
  { route: '/admin/imports', as: ROS, path: '/admin/imports' },
  { route: '/admin/imports', as: NIKHIL, path: '/admin/imports' },
  { route: '/feedback/responses', as: DAWN, path: '/feedback/responses?unit=021047' },
  { route: '/impact', as: NIKHIL, path: '/impact' },
  { route: '/impact/completion-and-scores', as: NIKHIL, path: '/impact/completion-and-scores' },
  { route: '/account', as: SAM, path: '/account' },
  { route: '/account/sessions', as: SAM, path: '/account/sessions' },
  { route: '/account/password', as: SAM, path: '/account/password' },
  { route: '/messages', as: SAM, path: '/messages', learner: true },
  { route: '/admin', as: ROS, path: '/admin' },
  { route: '/admin/messages', as: ROS, path: '/admin/messages' },
  { route: '/admin/jobs', as: ROS, path: '/admin/jobs' },
];

/** Not pages, or pages that the journeys of journeys.spec.ts walk through and look at on the way. */
export const ELSEWHERE = [
  '/admin/imports/:id',
  '/admin/imports/:id/progress',
  '/admin/imports/:id/rejects',
  '/feedback/imports/:id',
  '/feedback/imports/:id/mapping',
  '/feedback/imports/:id/progress',
  '/feedback/imports/:id/rejects',
  '/feedback/past-imports/:id/rejects',
  '/api/v1/openapi.json',
  '/api/v1/units/:code/metrics',
  '/studio/campaigns/:id/file',
  '/studio/courses/:id/export/file',
  '/studio/published/:slug/versions/:number/export/file',
  '/health/live',
  '/health/ready',
  '/metrics',
  '/today',
  '/dashboard.csv',
  '/dashboard/weeks.csv',
  '/regions/:code.csv',
  '/regions/:code/weeks.csv',
  '/areas/:code.csv',
  '/areas/:code/weeks.csv',
  '/units/:code.csv',
  '/units/:code/team.csv',
  '/campaigns/:slug/result.csv',
  '/feedback/responses.csv',
  '/feedback/imports.csv',
  '/assignments/units.csv',
  '/assignments/people.csv',
  '/content/images/:name',
  '/held/:id',
  '/sign-in/new-password',
  '/messages/:id',
  '/admin/messages.csv',
  '/assignments/:id/people/:reference',
  '/assignments/:id/progress',
  '/attempts/:id',
  '/attempts/:id/questions/:number',
  '/attempts/:id/hand-in',
  '/attempts/:id/result',
];
