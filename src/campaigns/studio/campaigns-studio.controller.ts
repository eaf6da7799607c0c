import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { MEGABYTE, Upload, Uploaded } from '../../platform/web/upload.js';
import type { ReceivedUpload } from '../../platform/web/upload-file.js';
import { type CampaignContent, readCampaignText } from '../campaign-content.js';
import { campaignPermissions } from '../campaigns.policy.js';
import { campaignDraftPath } from '../paths.js';
import { CampaignDraftsQueries } from './campaign-drafts.queries.js';
import { CopyForm, EmptyForm, FileForm, TemplateForm } from './campaign.forms.js';
import { presentCampaignList } from './list.presenter.js';
import { type Beginning, MakingService } from './making.service.js';
import { type NewCampaign, presentNewCampaign } from './new.presenter.js';

/** The weeks of the studio, and the four ways to begin one. */
@Controller('studio/campaigns')
export class CampaignsStudioController {
  constructor(
    private readonly drafts: CampaignDraftsQueries,
    private readonly making: MakingService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(campaignPermissions.plan)
  async list(): Promise<Reply> {
    const model = presentCampaignList(await this.drafts.all(), this.clock.today());
    return page('studio/campaigns', model, { bench: true });
  }

  @Get('new')
  @Can(campaignPermissions.plan)
  begin(@Query('copy') copy: unknown): Promise<Reply> {
    return this.newPage('copy', { draft: typeof copy === 'string' ? copy : '' });
  }

  @Post('from-template')
  @Can(campaignPermissions.plan)
  fromTemplate(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(TemplateForm, body).submit(
      ({ year, formToken }) => this.made(actor, { from: 'template', year: Number(year), formToken }),
      (problems, form) => this.newPage('template', form, problems),
    );
  }

  @Post('copies')
  @Can(campaignPermissions.plan)
  copy(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(CopyForm, body).submit(
      ({ draft, year, formToken }) =>
        this.made(actor, { from: 'copy', draftId: Number(draft), year: Number(year), formToken }),
      (problems, form) => this.newPage('copy', form, problems),
    );
  }

  @Post()
  @Can(campaignPermissions.plan)
  empty(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(EmptyForm, body).submit(
      (form) => {
        if (form.endsOn < form.startsOn) throw new RuleBroken(t('Let the week end after it starts.'), 'endsOn');
        return this.made(actor, { from: 'empty', ...form });
      },
      (problems, form) => this.newPage('empty', form, problems),
    );
  }

  @Post('from-file')
  @HttpCode(200)
  @Can(campaignPermissions.plan)
  @Upload({ field: 'file', limit: MEGABYTE, keep: 'memory' })
  fromFile(@By() actor: Actor, @Body() body: unknown, @Uploaded() upload: ReceivedUpload): Promise<Reply> {
    return readForm(FileForm, body).submit(
      ({ formToken }) => {
        const { value, problems } = readCampaignText(
          upload
            .take()
            .content.toString('utf8')
            .replace(/^\uFEFF/, ''),
        );
        if (value === null) return this.newPage('file', {}, problems.map(aboutTheFile));
        return this.made(actor, { from: 'file', content: value satisfies CampaignContent, formToken });
      },
      (problems) => this.newPage('file', {}, problems),
    );
  }

  private async made(actor: Actor, beginning: Beginning): Promise<Reply> {
    const id = await this.making.make(actor, beginning);
    return seeOther(campaignDraftPath(id), { flash: t('A draft: nobody sees it until you publish it.') });
  }

  private async newPage(which: NewCampaign['which'], form: object, problems: Problem[] = []): Promise<Reply> {
    const facts = { which, form: { ...form }, problems, drafts: await this.drafts.all(), formToken: randomUUID() };
    const status = problems.length > 0 ? 422 : 200;
    return page('studio/campaign-new', presentNewCampaign(facts, this.clock.today()), { bench: true, status });
  }
}

/** The file’s own lines are named in English, as its fields are. */
function aboutTheFile(sentence: string): Problem {
  return { field: 'file', sentence };
}
