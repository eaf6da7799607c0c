import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { PersonalData } from '../../platform/privacy/personal-data.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { copiesPath, myDataPath } from '../paths.js';
import { privacyPermissions } from '../privacy.policy.js';
import { Retention } from '../retention/retention.service.js';
import { OwnCopyForm } from './copies.forms.js';
import { COPIES_RULE, CopiesQueries } from './copies.queries.js';
import { Copies } from './copies.service.js';
import { type CopyProgress, progressOf } from './copy.presenter.js';
import { presentMyData } from './my-data.presenter.js';

const SHOWN = 10;

/** What is held about me, and a copy of it to take away; and the copies that an administrator asked for. */
@Controller()
export class CopiesController {
  constructor(
    private readonly copies: Copies,
    private readonly queries: CopiesQueries,
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
  ) {}

  @Get(myDataPath)
  @Can(privacyPermissions.own)
  show(@By() actor: Actor): Promise<Reply> {
    return this.myData(actor, []);
  }

  @Post(copiesPath)
  @Can(privacyPermissions.own)
  ask(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(OwnCopyForm, body).submit(
      async ({ formToken }) => {
        await this.copies.askForOwn(actor, formToken);
        return seeOther(myDataPath, { flash: t('Your copy is being made. It’s here in a moment.') });
      },
      (problems) => this.myData(actor, problems),
    );
  }

  @Get(`${copiesPath}/:id`)
  @Can(privacyPermissions.own)
  download(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    return this.copies.download(actor, id);
  }

  /** For assets/js/progress.js, which prints it again while the copy is made. */
  @Get(`${copiesPath}/:id/progress`)
  @Header('Cache-Control', 'no-store')
  @Can(privacyPermissions.own)
  async progress(@By() actor: Actor, @RowId() id: number): Promise<CopyProgress> {
    const copy = await this.queries.ofAsker(id, actor.personId);
    if (copy === null) throw new NotFound();
    return progressOf(copy);
  }

  private async myData(actor: Actor, problems: Problem[]): Promise<Reply> {
    const facts = {
      sources: this.personalData.sources,
      copies: await this.queries.askedBy(actor.personId, 'self', SHOWN),
      days: await this.retention.lengthOf(COPIES_RULE),
      formToken: randomUUID(),
      problems,
    };
    return page('privacy/my-data', presentMyData(facts), { status: problems.length > 0 ? 422 : 200 });
  }
}
