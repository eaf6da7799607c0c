import { Injectable } from '@nestjs/common';
import { MyRequirementsQueries } from '../assignments/requirements/my-requirements.queries.js';
import { CampaignsQueries } from '../campaigns/campaigns.queries.js';
import { ParticipationQueries } from '../campaigns/participation.queries.js';
import { CourseGates } from '../courses/course-gates.service.js';
import type { CourseCard } from '../courses/course-version.js';
import { CoursesQueries } from '../courses/courses.queries.js';
import { cardsOf } from '../dashboards/area/area-cards.js';
import { AreaFactsService } from '../dashboards/area/area-facts.service.js';
import { CommentsQueries } from '../feedback/comments/comments.queries.js';
import { MyLearningQueries } from '../learning/my-learning.queries.js';
import { type AreaPlace, NetworkQueries } from '../network/network.queries.js';
import { actingAs, reachAs } from '../network/reach.js';
import { type Actor, AREA_AND_ABOVE } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import type { HomeFacts, ThemedWeek } from './home-facts.js';
import { weekOfInterest } from './themed-week.js';

const COMMENTS_TO_CHOOSE_FROM = 20;

/** Gathers what one person's home page says, from the modules that know it. */
@Injectable()
export class HomeService {
  constructor(
    private readonly requirements: MyRequirementsQueries,
    private readonly campaigns: CampaignsQueries,
    private readonly participation: ParticipationQueries,
    private readonly courses: CoursesQueries,
    private readonly gates: CourseGates,
    private readonly learning: MyLearningQueries,
    private readonly comments: CommentsQueries,
    private readonly network: NetworkQueries,
    private readonly areaFacts: AreaFactsService,
    private readonly clock: Clock,
  ) {}

  async factsFor(actor: Actor): Promise<HomeFacts> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const [week, assigned, underWay, drivers, comments, unit, areas, regions] = await Promise.all([
      this.themedWeek(actor),
      this.requirements.assignedTo(actor.personId, now),
      this.learning.underWay(actor.personId, now),
      this.learning.driverProgress(actor.personId, now),
      actor.unitId === null ? [] : this.comments.latest(actor, [actor.unitId], COMMENTS_TO_CHOOSE_FROM, now),
      this.ownUnit(actor),
      actor.roles.includes('areaManager') ? this.network.areasInReach(actingAs(actor, ['areaManager'])) : [],
      actor.roles.includes('regionalManager') ? this.network.regionsInReach(actingAs(actor, ['regionalManager'])) : [],
    ]);
    const idle = week?.now !== 'running' && assigned.length + underWay.length === 0;
    const suggestion = idle ? await this.suggestion(actor) : null;
    const worthDoing = await this.worthDoing(actor, areas[0]);
    return { actor, today, week, assigned, underWay, suggestion, drivers, comments, unit, areas, regions, worthDoing };
  }

  /** The week that runs, can be caught up or is about to start, as this person stands to it. */
  async themedWeek(actor: Actor): Promise<ThemedWeek | null> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const found = weekOfInterest(await this.campaigns.all(actor, today), today);
    if (found === null) return null;
    const [days, joined] = await Promise.all([
      this.campaigns.days(found.week.id, actor.personId, now),
      leadsUnits(actor) ? this.participation.reach(found.week, reachAs(actor, AREA_AND_ABOVE), today, now) : null,
    ]);
    return { campaign: found.week, days, now: found.now, joined };
  }

  /** The first open course that this person has neither finished nor begun. */
  private async suggestion(actor: Actor): Promise<CourseCard | null> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const [courses, done] = await Promise.all([
      this.courses.published(),
      this.learning.doneCourseIds(actor.personId, now),
    ]);
    const open = courses.filter((course) => course.kind === 'course' && !done.includes(course.courseId));
    const closed = await this.gates.closed(
      open.map((course) => course.courseId),
      actor,
      today,
    );
    return open.find((course) => !closed.has(course.courseId)) ?? null;
  }

  private async worthDoing(actor: Actor, area: AreaPlace | undefined): Promise<HomeFacts['worthDoing']> {
    return area ? { area, cards: cardsOf(await this.areaFacts.of(actor, area), { assign: true, tell: true }) } : null;
  }

  private async ownUnit(actor: Actor): Promise<HomeFacts['unit']> {
    if (actor.unitId === null || actor.reach.network) return null;
    const places = await this.network.unitsInReach(actor);
    return places.find((unit) => unit.id === actor.unitId) ?? null;
  }
}

/** Those for whom "so many of your units have joined" means something. */
function leadsUnits(actor: Actor): boolean {
  return actor.roles.some((role) => AREA_AND_ABOVE.includes(role));
}
