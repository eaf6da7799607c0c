/** What somebody looks after besides their own learning, each with one button that leads there. */
import { assignmentsPath } from '../assignments/paths.js';
import { campaignsPath } from '../campaigns/paths.js';
import { cataloguePath } from '../courses/paths.js';
import { importsPath } from '../feedback/paths.js';
import { linkPath } from '../impact/paths.js';
import { areaPath, regionPath, unitPath } from '../network/paths.js';
import type { Role } from '../platform/actor.js';
import { t } from '../platform/language/t.js';
import type { HomeFacts } from './home-facts.js';

export interface Job {
  /** A symbol of the icon sprite. */
  icon: string;
  title: string;
  text: string;
  action: { text: string; path: string };
}

const AT_A_DESK: readonly Role[] = ['areaManager', 'regionalManager', 'author', 'analyst', 'administrator'];

/** People at the counter, in a contact centre or a department come to learn; the others come for their job first. */
export function comesToLearn(roles: readonly Role[]): boolean {
  return !roles.some((role) => AT_A_DESK.includes(role));
}

type Places = Pick<HomeFacts, 'actor' | 'unit' | 'areas' | 'regions'>;

/** The most important first; empty for a colleague at the counter, who comes to learn. */
export function jobsOf(places: Places): Job[] {
  return places.actor.roles.flatMap((role) => JOBS[role](places)).filter(isFirstOfItsKind);
}

const JOBS: Record<Role, (places: Places) => Job[]> = {
  staff: () => [],
  champion: ownUnit,
  guest: () => [],
  postmaster: ownTeam,
  departmentManager: ownTeam,
  areaManager: ({ areas }) => [
    ...areas.map((area) =>
      placeJob(area.name, areaPath(area.code), t('Open your area'), t('Which branch needs you, and why.')),
    ),
    assigned(),
  ],
  regionalManager: ({ regions }) => [
    ...regions.map((region) =>
      placeJob(region.name, regionPath(region.code), t('Open your region'), t('Which area needs you, and why.')),
    ),
    assigned(),
  ],
  author: () => [courses(), weeks(), assigned()],
  analyst: () => [link(), imports(), weeks()],
  administrator: () => [imports(), link()],
};

function ownTeam(places: Places): Job[] {
  return [...ownUnit(places), assigned()];
}

function ownUnit({ unit }: Places): Job[] {
  if (unit === null) return [];
  const { name, code } = unit;
  return [
    {
      icon: 'shop',
      title: name,
      text: t('What customers say about it, and how far your team has come.'),
      action: { text: t('Open your team’s page'), path: unitPath(code) },
    },
  ];
}

const assigned = (): Job => ({
  icon: 'tick-c',
  title: t('Assigned training'),
  text: t('Who was asked, who has finished and who still has time.'),
  action: { text: t('See the assignments'), path: assignmentsPath },
});

function placeJob(name: string, path: string, act: string, text: string): Job {
  return { icon: 'shop', title: name, text, action: { text: act, path } };
}

const courses = (): Job => ({
  icon: 'book',
  title: t('Courses'),
  text: t('Read each course as colleagues see it.'),
  action: { text: t('See all courses'), path: cataloguePath() },
});

const weeks = (): Job => ({
  icon: 'calendar',
  title: t('Themed weeks'),
  text: t('The days of each week, who takes part and what came of it.'),
  action: { text: t('See the weeks'), path: campaignsPath },
});

const link = (): Job => ({
  icon: 'bars',
  title: t('Training and scores'),
  text: t('Who had finished a course, beside what customers said afterwards.'),
  action: { text: t('Compare units'), path: linkPath },
});

const imports = (): Job => ({
  icon: 'file',
  title: t('Customers’ answers'),
  text: t('What was loaded, from where, and what was turned away.'),
  action: { text: t('See the imports'), path: importsPath },
});

/** Somebody who holds two jobs sees each card once. */
function isFirstOfItsKind(job: Job, at: number, jobs: readonly Job[]): boolean {
  return jobs.findIndex((other) => other.action.path === job.action.path) === at;
}
