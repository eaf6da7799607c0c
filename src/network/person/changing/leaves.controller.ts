import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { NotFound } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import type { Reply } from '../../../platform/web/reply.js';
import { RowId } from '../../../platform/web/row-id.js';
import { peoplePermissions } from '../../people/people.policy.js';
import type { Away, PersonSeen } from '../person.queries.js';
import { type Change, ChangePages } from './change-pages.service.js';
import { LeaveEndForm, LeaveForm } from './changing.forms.js';
import { leaveEndPage, leavePage } from './changing.presenter.js';
import { LeaveChanges } from './leave-change.service.js';

/** An administrator records long leave, or when somebody comes back. */
@Controller('people/:reference/leaves')
export class LeavesController {
  constructor(
    private readonly leaves: LeaveChanges,
    private readonly pages: ChangePages,
  ) {}

  @Get('new')
  @Can(peoplePermissions.change)
  ask(@By() actor: Actor, @Param('reference') reference: string, @Query() query: object): Promise<Reply> {
    return this.pages.ask(actor, reference, this.newLeave(actor), query);
  }

  @Post()
  @Can(peoplePermissions.change)
  record(@By() actor: Actor, @Param('reference') reference: string, @Body() body: unknown): Promise<Reply> {
    return this.pages.send(actor, reference, this.newLeave(actor), body);
  }

  @Get(':id')
  @Can(peoplePermissions.change)
  askEnd(@By() actor: Actor, @Param('reference') reference: string, @RowId() id: number): Promise<Reply> {
    return this.pages.ask(actor, reference, this.endOf(actor, id));
  }

  @Post(':id')
  @Can(peoplePermissions.change)
  end(
    @By() actor: Actor,
    @Param('reference') reference: string,
    @RowId() id: number,
    @Body() body: unknown,
  ): Promise<Reply> {
    return this.pages.send(actor, reference, this.endOf(actor, id), body);
  }

  private newLeave(actor: Actor): Change<LeaveForm> {
    return {
      form: LeaveForm,
      present: leavePage,
      follows: (held, _, form) => this.leaves.lookAt(held, form),
      make: ({ reference }, form) => this.leaves.record(actor, reference, form),
      done: ({ name }) => t('The long leave of {name} is recorded.', { name }),
    };
  }

  private endOf(actor: Actor, id: number): Change<LeaveEndForm> {
    return {
      form: LeaveEndForm,
      begin: (person) => ({ to: leaveWithId(person, id).to ?? '' }),
      present: (person, asked) => leaveEndPage(person, leaveWithId(person, id), asked),
      make: (person, form) => this.leaves.end(actor, person.reference, leaveWithId(person, id), form),
      done: ({ name }) => t('The long leave of {name} is changed.', { name }),
    };
  }
}

function leaveWithId({ leaves }: PersonSeen, id: number): Away {
  const found = leaves.find((leave) => leave.id === id);
  if (!found) throw new NotFound();
  return found;
}
