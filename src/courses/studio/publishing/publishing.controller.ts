import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { type Problem, readForm } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import type { PartWay } from '../../part-way.js';
import { DraftPages, draftId } from '../draft-pages.service.js';
import { PublishedContentQueries } from '../drafts/published-content.queries.js';
import { studioPermissions } from '../studio.policy.js';
import { CourseLearners } from './course-learners.service.js';
import { versionsPath } from './paths.js';
import { PublishForm } from './publishing.forms.js';
import { presentPublishing } from './publishing.presenter.js';
import { PublishingService } from './publishing.service.js';
import { VersionsQueries } from './versions.queries.js';

/** `/studio/courses/:id/publish`: what is missing, what changes, whom it meets; then the one button. */
@Controller('studio/courses/:id/publish')
export class PublishingController {
  constructor(
    private readonly pages: DraftPages,
    private readonly publishing: PublishingService,
    private readonly versions: VersionsQueries,
    private readonly live: PublishedContentQueries,
    private readonly learners: CourseLearners,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(studioPermissions.read)
  async show(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const became = await this.versions.became(draftId(id));
    return became === null ? this.pageOf(actor, id, 'finish', []) : seeOther(versionsPath(became.slug));
  }

  @Post()
  @Can(studioPermissions.write)
  publish(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(PublishForm, body).submit(
      async ({ revision, partWay }) => {
        const { slug, number } = await this.publishing.publish(actor, draftId(id), revision, partWay);
        return seeOther(versionsPath(slug), { flash: t('Published as version {n}.', { n: String(number) }) });
      },
      (problems, { partWay }) => this.pageOf(actor, id, partWay, problems),
    );
  }

  private async pageOf(actor: Actor, id: string, chosen: PartWay, problems: Problem[]): Promise<Reply> {
    const facts = await this.pages.facts(actor, id);
    const { content, courseId } = facts.draft;
    const now = this.clock.now();
    const [around, versions, live, partWay] = await Promise.all([
      this.publishing.around(content),
      this.versions.of(content.slug, now),
      this.live.bySlug(content.slug),
      courseId === null ? [] : this.learners.partWay(courseId, now),
    ]);
    const [newest] = versions;
    const model = presentPublishing({
      facts,
      around,
      live: live && newest ? { number: newest.number, content: live.content } : null,
      nextNumber: (newest?.number ?? 0) + 1,
      partWay,
      chosen,
      problems,
    });
    return page('studio/publish', model, { status: problems.length > 0 ? 422 : 200, bench: true });
  }
}
