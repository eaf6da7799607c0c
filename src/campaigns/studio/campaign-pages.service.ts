import { Injectable } from '@nestjs/common';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { Clock } from '../../platform/clock.js';
import type { Problem } from '../../platform/web/form.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { CampaignDraftsService } from './campaign-drafts.service.js';
import { presentCampaignDraft } from './campaign.presenter.js';
import { presentPublish } from './publish.presenter.js';
import { ReadinessService } from './readiness.service.js';

/** The two pages of a week to which its buttons come back when something stood in the way. */
@Injectable()
export class CampaignPages {
  constructor(
    private readonly drafts: CampaignDraftsService,
    private readonly readiness: ReadinessService,
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
  ) {}

  async week(id: number, problems: Problem[] = []): Promise<Reply> {
    const draft = await this.drafts.open(id);
    const [readiness, courses] = await Promise.all([this.readiness.of(draft), this.courses.published()]);
    const model = presentCampaignDraft({ draft, readiness, courses, problems, today: this.clock.today() });
    return page('studio/campaign', model, { bench: true, status: statusOf(problems) });
  }

  async publishing(id: number, problems: Problem[] = []): Promise<Reply> {
    const draft = await this.drafts.open(id);
    const model = presentPublish(draft, await this.readiness.of(draft), problems);
    return page('studio/campaign-publish', model, { bench: true, status: statusOf(problems) });
  }
}

const statusOf = (problems: Problem[]) => (problems.length > 0 ? 422 : 200);
