import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { NotFound } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { type Problem, readForm } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { RowId } from '../../../platform/web/row-id.js';
import { personPath } from '../../paths.js';
import { peoplePermissions } from '../../people/people.policy.js';
import { type Away, PersonQueries, type PersonSeen } from '../person.queries.js';
import { LeaveEndForm, LeaveForm } from './changing.forms.js';
import { leaveEndPage, leavePage } from './changing.presenter.js';
import { LeaveChanges } from './leave-change.service.js';
import { PersonChanges } from './person-changes.service.js';

/** An administrator records long leave, or when somebody comes back. */
@Controller('people/:reference/leaves')
export class LeavesController {
  constructor(
    private readonly leaves: LeaveChanges,
    private readonly changes: PersonChanges,
    private readonly persons: PersonQueries,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Can(peoplePermissions.change)
  async ask(@By() actor: Actor, @Param('reference') reference: string, @Query() query: object): Promise<Reply> {
    const person = await this.person(actor, reference);
    if (!('from' in query)) return this.newPage(person, new LeaveForm(), [], null);
    return readForm(LeaveForm, { formToken: randomUUID(), ...query }).submit(
      async (form) => {
        const held = await this.changes.find(actor, reference);
        return this.newPage(person, form, [], await this.leaves.lookAt(held, form));
      },
      (problems, form) => this.newPage(person, form, problems, null),
    );
  }

  @Post()
  @Can(peoplePermissions.change)
  async record(@By() actor: Actor, @Param('reference') reference: string, @Body() body: unknown): Promise<Reply> {
    const person = await this.person(actor, reference);
    return readForm(LeaveForm, body).submit(
      async (form) => {
        await this.leaves.record(actor, reference, form);
        return seeOther(personPath(reference), {
          flash: t('The long leave of {name} is recorded.', { name: person.name }),
        });
      },
      (problems, form) => this.newPage(person, form, problems, null),
    );
  }

  @Get(':id')
  @Can(peoplePermissions.change)
  async askEnd(@By() actor: Actor, @Param('reference') reference: string, @RowId() id: number): Promise<Reply> {
    const person = await this.person(actor, reference);
    const leave = leaveWithId(person, id);
    return this.endPage(person, leave, { ...new LeaveEndForm(), to: leave.to ?? '' }, []);
  }

  @Post(':id')
  @Can(peoplePermissions.change)
  async end(
    @By() actor: Actor,
    @Param('reference') reference: string,
    @RowId() id: number,
    @Body() body: unknown,
  ): Promise<Reply> {
    const person = await this.person(actor, reference);
    const leave = leaveWithId(person, id);
    return readForm(LeaveEndForm, body).submit(
      async (form) => {
        await this.leaves.end(actor, reference, leave, form);
        return seeOther(personPath(reference), {
          flash: t('The long leave of {name} is changed.', { name: person.name }),
        });
      },
      (problems, form) => this.endPage(person, leave, form, problems),
    );
  }

  private newPage(person: PersonSeen, form: LeaveForm, problems: Problem[], follows: string[] | null): Reply {
    const model = leavePage(person, { form, problems, follows, today: this.clock.today() });
    return page('network/change', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  private endPage(person: PersonSeen, leave: Away, form: LeaveEndForm, problems: Problem[]): Reply {
    const model = leaveEndPage(person, leave, { form, problems, follows: null, today: this.clock.today() });
    return page('network/change', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  private async person(actor: Actor, reference: string): Promise<PersonSeen> {
    const person = await this.persons.one(actor, reference);
    if (person === null) throw new NotFound();
    return person;
  }
}

function leaveWithId({ leaves }: PersonSeen, id: number): Away {
  const found = leaves.find((leave) => leave.id === id);
  if (!found) throw new NotFound();
  return found;
}
