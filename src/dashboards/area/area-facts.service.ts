import { Injectable } from '@nestjs/common';
import { CampaignsQueries } from '../../campaigns/campaigns.queries.js';
import { ParticipationQueries } from '../../campaigns/participation.queries.js';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { CommentsQueries } from '../../feedback/comments/comments.queries.js';
import { FeedbackQueries } from '../../feedback/feedback.queries.js';
import { type AreaPlace, NetworkQueries } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { lastClosedWeek } from '../../platform/dates.js';
import { AssignedCompletionQueries } from '../assigned-completion.queries.js';
import { SPARK_WEEKS } from '../spark.js';
import { type AreaFacts, weighArea } from './area-facts.js';
import { spotlight } from './spotlight.js';

const COMMENTS_READ = 40;

/** Gathers what an area's page says, in a handful of statements however many branches there are. */
@Injectable()
export class AreaFactsService {
  constructor(
    private readonly network: NetworkQueries,
    private readonly feedback: FeedbackQueries,
    private readonly comments: CommentsQueries,
    private readonly assigned: AssignedCompletionQueries,
    private readonly courses: CoursesQueries,
    private readonly campaigns: CampaignsQueries,
    private readonly participation: ParticipationQueries,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, area: AreaPlace): Promise<AreaFacts> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const scope = { areaId: area.id };
    const [units, windows, weekly, courses, week] = await Promise.all([
      this.network.unitsOfArea(actor, area.id),
      this.feedback.windows(actor, scope, 'unit', today),
      this.feedback.weeklyEase(actor, scope, SPARK_WEEKS, today),
      this.courses.published(),
      this.campaigns.running(actor, today, now),
    ]);
    const narrowed = { network: false, regionIds: [], areaIds: [area.id], unitIds: [] };
    const [assigned, taking] = await Promise.all([
      this.assigned.by(
        'unit',
        actor,
        units.map(({ id }) => id),
        now,
      ),
      week ? this.participation.byPlace(week.campaign, narrowed, 'unit', { day: today, today, now }) : [],
    ]);
    const weighed = weighArea({ area, units, windows, weekly, assigned, today, lastWeek: lastClosedWeek(today) });
    const { troubled, praised } = spotlight(weighed.branches);
    const named = [troubled, praised].flatMap((branch) => (branch ? [branch.unit.id] : []));
    const comments = await this.comments.latest(actor, named, COMMENTS_READ, now);
    return { ...weighed, courses, comments, troubled, praised, campaign: week ? { ...week, taking } : null };
  }
}
