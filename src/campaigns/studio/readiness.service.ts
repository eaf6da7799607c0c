import { Injectable } from '@nestjs/common';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { Clock } from '../../platform/clock.js';
import type { CampaignDraft } from './campaign-draft.js';
import { PublishingQueries } from './publishing.queries.js';
import { type Readiness, readinessOf } from './readiness.js';

/** Gathers what decides whether a week can be published. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly publishing: PublishingQueries,
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
  ) {}

  async of(draft: CampaignDraft): Promise<Readiness> {
    const { content, campaignId } = draft;
    const wanted = content.days.map((day) => day.course);
    const [live, slugTaken, published, usedBefore, places, others] = await Promise.all([
      campaignId === null ? null : this.publishing.live(campaignId),
      this.publishing.slugTaken(draft, content.slug),
      this.courses.published(),
      this.publishing.usedBefore(wanted, content.startsOn),
      this.publishing.places(content.audience),
      this.publishing.others(campaignId, content),
    ]);
    const courses = new Set(published.map((course) => course.slug));
    const today = this.clock.today();
    return readinessOf({ draft: content, today, live, slugTaken, courses, usedBefore, places, others });
  }
}
