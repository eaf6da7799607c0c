import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { NetworkQueries } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { campaignPermissions } from '../campaigns.policy.js';
import { campaignDraftPath, draftDayPath } from '../paths.js';
import type { CampaignDraft } from './campaign-draft.js';
import { CampaignDraftsService } from './campaign-drafts.service.js';
import { CampaignPages } from './campaign-pages.service.js';
import { DayForm, DetailsForm, MoveForm, RevisionForm } from './campaign.forms.js';
import { presentDayForm } from './day-form.presenter.js';
import { addDay, dayOf, freeDayKey, moveDay, removeDay } from './days.js';
import { presentDetails } from './details.presenter.js';

import { withDay, withDetails } from './written.js';

/** Writing one week: its details and its days. */
@Controller('studio/campaigns/:id')
export class CampaignEditorController {
  constructor(
    private readonly service: CampaignDraftsService,
    private readonly pages: CampaignPages,
    private readonly courses: CoursesQueries,
    private readonly network: NetworkQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(campaignPermissions.plan)
  show(@RowId() id: number): Promise<Reply> {
    return this.pages.week(id);
  }

  @Get('details')
  @Can(campaignPermissions.plan)
  details(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    return this.detailsPage(actor, id, null);
  }

  @Post('details')
  @Can(campaignPermissions.plan)
  saveDetails(@By() actor: Actor, @RowId() draftId: number, @Body() body: unknown): Promise<Reply> {
    return readForm(DetailsForm, body).submit(
      async (form) => {
        const revision = Number(form.revision);
        const change = (content: CampaignDraft['content']) => withDetails(content, form);
        await this.service.change(actor, { draftId, revision, words: t('Name, dates and audience'), change });
        return seeOther(campaignDraftPath(draftId), { flash: t('Saved.') });
      },
      (problems, typed) => this.detailsPage(actor, draftId, { problems, typed }),
    );
  }

  @Post('days')
  @Can(campaignPermissions.plan)
  async addDay(@By() actor: Actor, @RowId() draftId: number, @Body() body: unknown): Promise<Reply> {
    const key = freeDayKey((await this.service.open(draftId)).content);
    return readForm(RevisionForm, body).submit(
      async (form) => {
        const change = (content: CampaignDraft['content']) => addDay(content, key);
        await this.service.change(actor, {
          draftId,
          revision: Number(form.revision),
          words: t('One more day'),
          change,
        });
        return seeOther(draftDayPath(draftId, key));
      },
      (problems) => this.pages.week(draftId, problems),
    );
  }

  @Get('days/:key')
  @Can(campaignPermissions.plan)
  day(@RowId() id: number, @Param('key') key: string): Promise<Reply> {
    return this.dayPage(id, key, null);
  }

  @Post('days/:key')
  @Can(campaignPermissions.plan)
  async saveDay(
    @By() actor: Actor,
    @RowId() draftId: number,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    return readForm(DayForm, body).submit(
      async (form) => {
        const words = t('The day “{title}”', { title: form.title });
        const change = (content: CampaignDraft['content']) => withDay(content, key, form);
        await this.service.change(actor, { draftId, revision: Number(form.revision), words, change });
        return seeOther(`${campaignDraftPath(draftId)}#${key}`, { flash: t('Saved.') });
      },
      (problems, typed) => this.dayPage(draftId, key, { problems, typed }),
    );
  }

  @Post('days/:key/moves')
  @Can(campaignPermissions.plan)
  moveDay(
    @By() actor: Actor,
    @RowId() draftId: number,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    return readForm(MoveForm, body).submit(
      async ({ revision, to }) => {
        const change = (content: CampaignDraft['content']) => moveDay(content, key, to === 'earlier' ? -1 : 1);
        await this.service.change(actor, { draftId, revision: Number(revision), words: t('A day moved'), change });
        return seeOther(`${campaignDraftPath(draftId)}#${key}`);
      },
      (problems) => this.pages.week(draftId, problems),
    );
  }

  @Post('days/:key/removals')
  @Can(campaignPermissions.plan)
  removeDay(
    @By() actor: Actor,
    @RowId() draftId: number,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    return readForm(RevisionForm, body).submit(
      async ({ revision }) => {
        const change = (content: CampaignDraft['content']) => removeDay(content, key);
        await this.service.change(actor, { draftId, revision: Number(revision), words: t('A day removed'), change });
        return seeOther(campaignDraftPath(draftId), { flash: t('Day removed. Undo brings it back.') });
      },
      (problems) => this.pages.week(draftId, problems),
    );
  }

  private async detailsPage(actor: Actor, id: number, sent: Sent<DetailsForm> | null): Promise<Reply> {
    const [draft, regions] = await Promise.all([this.service.open(id), this.network.regionsInReach(actor)]);
    const model = presentDetails({ draft, regions, sent, today: this.clock.today() });
    return page('studio/campaign-details', model, { bench: true, status: sent ? 422 : 200 });
  }

  private async dayPage(id: number, key: string, sent: Sent<DayForm> | null): Promise<Reply> {
    const [draft, courses] = await Promise.all([this.service.open(id), this.courses.published()]);
    const day = dayOf(draft.content, key);
    const model = presentDayForm({ draft, day, courses, sent, today: this.clock.today() });
    return page('studio/campaign-day', model, { bench: true, status: sent ? 422 : 200 });
  }
}

/** A form that comes back. */
interface Sent<F> {
  problems: Problem[];
  typed: F;
}
