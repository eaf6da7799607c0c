import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { readForm } from '../../platform/web/form.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { AccessForm } from './access.forms.js';
import { accessPermissions } from './access.policy.js';
import { presentAccess } from './access.presenter.js';
import { AccessService } from './access.service.js';
import { accessPath } from './paths.js';

/** "Why can I (not) see this?", for administrators. */
@Controller()
export class AccessController {
  constructor(
    private readonly service: AccessService,
    private readonly clock: Clock,
  ) {}

  @Get(accessPath)
  @Can(accessPermissions.explain)
  async ask(@By() actor: Actor, @Query() query: Record<string, unknown>): Promise<Reply> {
    const today = this.clock.today();
    // A person's page leads here with the person alone: what is asked about is still to be typed.
    if (query.what === undefined) {
      const form = Object.assign(new AccessForm(), typeof query.person === 'string' ? { person: query.person } : {});
      return page('network/access', presentAccess(form, null, [], today), { bench: true });
    }
    return readForm(AccessForm, query).submit(
      async (form) => {
        const answer = await this.service.answer(actor, form);
        return page('network/access', presentAccess(form, answer, [], today), { bench: true });
      },
      (problems, form) =>
        page('network/access', presentAccess(form, null, problems, today), { bench: true, status: 422 }),
    );
  }
}
