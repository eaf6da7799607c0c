import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { sayDate } from '../../platform/say.js';
import { By } from '../../platform/web/by.js';
import { Form, readForm } from '../../platform/web/form.js';
import { type Reply, seeOther } from '../../platform/web/reply.js';
import { AssignmentPage } from '../assignment-page.service.js';
import { assignmentPermissions } from '../assignments.policy.js';
import { assignmentPath } from '../paths.js';
import { ExtensionForm, NudgeForm, WithdrawalForm } from './changing.forms.js';
import { ChangingService } from './changing.service.js';
import { PeopleService } from './people.service.js';
import { sayNudged } from './say-nudged.js';

/** What a manager does with an assignment, from its page; what cannot be done comes back on that page. */
@Controller('assignments/:id')
export class ChangingController {
  constructor(
    private readonly changing: ChangingService,
    private readonly people: PeopleService,
    private readonly assignmentPage: AssignmentPage,
    private readonly clock: Clock,
  ) {}

  @Post('extensions')
  @Can(assignmentPermissions.assign)
  extend(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(ExtensionForm, body).submit(
      async (form) => {
        const n = await this.changing.extend(actor, id, form);
        const day = sayDate(form.dueOn, this.clock.today());
        const flash =
          n === null
            ? t('Everybody has until {day}; they are being told now.', { day })
            : t('{n, plural, one {# person has} other {# people have}} until {day}.', { n, day });
        return seeOther(assignmentPath(Number(id)), { flash });
      },
      (problems) => this.assignmentPage.show(actor, id, problems),
    );
  }

  @Post('nudges')
  @Can(assignmentPermissions.assign)
  nudge(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(NudgeForm, body).submit(
      async (form) => {
        const nudged = await this.people.nudge(actor, id, form);
        return seeOther(assignmentPath(Number(id)), { flash: sayNudged(nudged) });
      },
      (problems) => this.assignmentPage.show(actor, id, problems),
    );
  }

  @Post('undoings')
  @Can(assignmentPermissions.assign)
  undo(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return new Form({}, []).submit(
      async () => {
        await this.changing.undo(actor, id);
        return seeOther(assignmentPath(Number(id)), { flash: t('Undone: it asks nobody any more.') });
      },
      (problems) => this.assignmentPage.show(actor, id, problems),
    );
  }

  @Post('withdrawals')
  @Can(assignmentPermissions.assign)
  withdraw(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(WithdrawalForm, body).submit(
      async (form) => {
        await this.changing.withdraw(actor, id, form.reason);
        return seeOther(assignmentPath(Number(id)), { flash: t('Withdrawn: it asks nobody any more.') });
      },
      (problems) => this.assignmentPage.show(actor, id, problems),
    );
  }
}
