import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { Form, type Problem } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { CoursesQueries } from '../../courses.queries.js';
import { draftId } from '../draft-pages.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { NewDrafts } from '../drafts/new-drafts.service.js';
import { draftPath } from '../paths.js';
import { VersionsQueries } from '../publishing/versions.queries.js';
import { studioPermissions } from '../studio.policy.js';
import { presentDesk } from './desk.presenter.js';

/** `/studio`: the CX team's desk. */
@Controller('studio')
export class DeskController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly newDrafts: NewDrafts,
    private readonly courses: CoursesQueries,
    private readonly versions: VersionsQueries,
  ) {}

  @Get()
  @Can(studioPermissions.read)
  show(@By() actor: Actor): Promise<Reply> {
    return this.desk(actor);
  }

  /** Brings a deleted draft back. */
  @Post('courses/:id/restorations')
  @Can(studioPermissions.write)
  restore(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return new Form({}, []).submit(
      async () => {
        await this.newDrafts.restore(actor, draftId(id));
        return seeOther(draftPath(draftId(id)), { flash: t('The draft is back.') });
      },
      (problems) => this.desk(actor, problems),
    );
  }

  private async desk(actor: Actor, problems: Problem[] = []): Promise<Reply> {
    const [drafts, deleted, published, retired] = await Promise.all([
      this.drafts.list(),
      this.drafts.deleted(),
      this.courses.published(),
      this.versions.retired(),
    ]);
    const model = presentDesk({ drafts, deleted, published, retired, actor, problems });
    return page('studio/desk', model, { status: problems.length > 0 ? 422 : 200, bench: true });
  }
}
