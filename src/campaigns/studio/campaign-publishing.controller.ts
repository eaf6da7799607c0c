import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { CoursesQueries } from '../../courses/courses.queries.js';
import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { Download, page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { MEGABYTE, Upload, Uploaded } from '../../platform/web/upload.js';
import type { ReceivedUpload } from '../../platform/web/upload-file.js';
import { readCampaignText } from '../campaign-content.js';
import { campaignPermissions } from '../campaigns.policy.js';
import { campaignDraftPath, campaignsStudioPath } from '../paths.js';
import { CampaignDraftsService } from './campaign-drafts.service.js';
import { CampaignPages } from './campaign-pages.service.js';
import { campaignYaml } from './campaign-yaml.js';
import { RevisionForm } from './campaign.forms.js';
import { dayOf } from './days.js';
import { presentDayPreview } from './day-preview.presenter.js';

import { draftOf } from './draft.js';
import { PublishingService } from './publishing.service.js';

/** What happens to a week as a whole: preview, publishing, taking back, undo, and its file. */
@Controller('studio/campaigns/:id')
export class CampaignPublishingController {
  constructor(
    private readonly drafts: CampaignDraftsService,
    private readonly publishing: PublishingService,
    private readonly pages: CampaignPages,
    private readonly courses: CoursesQueries,
  ) {}

  @Get('days/:key/preview')
  @Can(campaignPermissions.plan)
  async preview(@RowId() id: number, @Param('key') key: string): Promise<Reply> {
    const draft = await this.drafts.open(id);
    const day = dayOf(draft.content, key);
    const course = (await this.courses.published()).find((one) => one.slug === day.course) ?? null;
    const model = presentDayPreview(draft, day, course);
    return page('campaigns/day', model, { theme: draft.content.look, awning: true });
  }

  @Get('publish')
  @Can(campaignPermissions.plan)
  readiness(@RowId() id: number): Promise<Reply> {
    return this.pages.publishing(id);
  }

  @Post('publish')
  @Can(campaignPermissions.plan)
  publish(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    return this.act(
      body,
      id,
      t('Published.'),
      (revision) => this.publishing.publish(actor, id, revision),
      'publishing',
    );
  }

  @Post('recalls')
  @Can(campaignPermissions.plan)
  takeBack(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    const flash = t('Taken back. It is a draft again, and nobody sees it.');
    return this.act(body, id, flash, () => this.publishing.takeBack(actor, id));
  }

  @Post('undos')
  @Can(campaignPermissions.plan)
  undo(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    const flash = t('Undone. Press Undo again to bring it back.');
    return this.act(body, id, flash, (revision) => this.drafts.undo(actor, id, revision));
  }

  @Post('restorations')
  @Can(campaignPermissions.plan)
  restore(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    const flash = t('The week stands as it is published.');
    return this.act(body, id, flash, (revision) => this.drafts.restore(actor, id, revision));
  }

  @Post('deletions')
  @Can(campaignPermissions.plan)
  remove(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    return readForm(RevisionForm, body).submit(
      async () => {
        await this.drafts.remove(actor, id);
        return seeOther(campaignsStudioPath, { flash: t('Draft deleted.') });
      },
      (problems) => this.pages.week(id, problems),
    );
  }

  @Get('file')
  @Header('X-Content-Type-Options', 'nosniff')
  @Can(campaignPermissions.plan)
  async file(@RowId() id: number): Promise<Reply> {
    const { content } = await this.drafts.open(id);
    return new Download(`${content.slug}.yaml`, 'application/yaml; charset=utf-8', campaignYaml(content));
  }

  @Post('file')
  @HttpCode(200)
  @Can(campaignPermissions.plan)
  @Upload({ field: 'file', limit: MEGABYTE, keep: 'memory' })
  replace(
    @By() actor: Actor,
    @RowId() draftId: number,
    @Body() body: unknown,
    @Uploaded() upload: ReceivedUpload,
  ): Promise<Reply> {
    return readForm(RevisionForm, body).submit(
      async ({ revision }) => {
        const { value, problems } = readCampaignText(
          upload
            .take()
            .content.toString('utf8')
            .replace(/^\uFEFF/, ''),
        );
        if (value === null) return this.pages.week(draftId, problems.map(aboutTheFile));
        const edit = { draftId, revision: Number(revision), words: t('From a file'), change: () => draftOf(value) };
        await this.drafts.change(actor, edit);
        return seeOther(campaignDraftPath(draftId), { flash: t('The week now says what the file says.') });
      },
      (problems) => this.pages.week(draftId, problems),
    );
  }

  private act(
    body: unknown,
    id: number,
    flash: string,
    work: (revision: number) => Promise<void>,
    back: 'week' | 'publishing' = 'week',
  ): Promise<Reply> {
    return readForm(RevisionForm, body).submit(
      async ({ revision }) => {
        await work(Number(revision));
        return seeOther(campaignDraftPath(id), { flash });
      },
      (problems) => this.pages[back](id, problems),
    );
  }
}

const aboutTheFile = (sentence: string): Problem => ({ field: 'file', sentence });
