import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { isIsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { ColleaguesQueries } from './colleagues.queries.js';
import { CoverForm, CoverWanted } from './cover.forms.js';
import { coverPermissions } from './cover.policy.js';
import { CoverService } from './cover.service.js';
import { NewCoverFacts } from './new-cover-facts.service.js';
import { presentNewCover } from './new-cover.presenter.js';
import { coverPath, coverPreviewPath, newCoverPath, oneCoverPath } from './paths.js';
import { presentPreview } from './preview.presenter.js';

/** Naming cover in two steps: choose, then look at what it gives. The first changes nothing and lives in the address. */
@Controller()
export class NewCoverController {
  constructor(
    private readonly service: CoverService,
    private readonly facts: NewCoverFacts,
    private readonly colleagues: ColleaguesQueries,
    private readonly clock: Clock,
  ) {}

  @Get(newCoverPath())
  @Can(coverPermissions.give)
  choose(@By() actor: Actor, @Query() query: Record<string, unknown>): Promise<Reply> {
    const form = readForm(CoverWanted, query);
    return this.choosePage(actor, form.value, form.problems);
  }

  @Get(coverPreviewPath)
  @Can(coverPermissions.give)
  preview(@By() actor: Actor, @Query() query: Record<string, unknown>): Promise<Reply> {
    return readForm(CoverWanted, query).submit(
      (form) => this.previewPage(actor, form),
      (problems, form) => this.choosePage(actor, form, problems),
    );
  }

  @Post(coverPath)
  @Can(coverPermissions.give)
  give(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(CoverForm, body).submit(
      async (form) => {
        const id = await this.service.give(actor, form);
        return seeOther(oneCoverPath(id), { flash: t('Done. Both read it in a message.') });
      },
      (problems, form) => this.choosePage(actor, form, problems),
    );
  }

  private async previewPage(actor: Actor, form: CoverWanted): Promise<Reply> {
    const checked = await this.service.check(actor, form);
    const units = await this.colleagues.unitsOf(checked.post, this.clock.today());
    const model = presentPreview({ ...checked, units, formToken: randomUUID() }, form, this.clock.today());
    return page('network/cover-preview', model, { bench: true });
  }

  private async choosePage(actor: Actor, form: CoverWanted, problems: Problem[]): Promise<Reply> {
    const today = this.clock.today();
    const known = { ...form, startsOn: isIsoDate(form.startsOn) ? form.startsOn : '' };
    const model = presentNewCover(await this.facts.of(actor, known), known, problems, today);
    return page('network/new-cover', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
