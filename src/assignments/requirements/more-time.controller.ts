import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { coursePath } from '../../courses/paths.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { sayDate } from '../../platform/say.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { assignmentPermissions } from '../assignments.policy.js';
import { MoreTimeForm } from '../changing/changing.forms.js';
import { presentMoreTime } from './more-time.presenter.js';
import { MoreTimeService } from './more-time.service.js';
import { MyRequirementsQueries } from './my-requirements.queries.js';

/** A learner asks for more time for a course that somebody asked of them. */
@Controller('courses/:slug/more-time')
export class MoreTimeController {
  constructor(
    private readonly service: MoreTimeService,
    private readonly requirements: MyRequirementsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(assignmentPermissions.learn)
  show(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    return this.askPage(actor, slug, new MoreTimeForm(), []);
  }

  @Post()
  @Can(assignmentPermissions.learn)
  ask(@By() actor: Actor, @Param('slug') slug: string, @Body() body: unknown): Promise<Reply> {
    return readForm(MoreTimeForm, body).submit(
      async (form) => {
        const day = sayDate(await this.service.ask(actor, slug, form), this.clock.today());
        return seeOther(coursePath(slug), {
          flash: t('You asked for time until {day}. You’ll hear when you have it.', { day }),
        });
      },
      (problems, form) => this.askPage(actor, slug, form, problems),
    );
  }

  private async askPage(actor: Actor, slug: string, form: MoreTimeForm, problems: Problem[]): Promise<Reply> {
    const assigned = await this.requirements.assignedTo(actor.personId, this.clock.now());
    const course = assigned.find((one) => one.slug === slug);
    if (!course) throw new NotFound();
    const model = presentMoreTime({ course, form, problems, formToken: randomUUID() }, this.clock.today());
    return page('assignments/more-time', model, { status: problems.length > 0 ? 422 : 200 });
  }
}
