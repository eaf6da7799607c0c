import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { t } from '../../platform/language/t.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { Form, type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { accessPermissions } from '../access/access.policy.js';
import { accessPath } from '../access/paths.js';
import { personPath } from '../paths.js';
import { peoplePermissions } from '../people/people.policy.js';
import { type Change, ChangePages } from './changing/change-pages.service.js';
import { DetailsForm, ExtraTimeForm } from './changing/changing.forms.js';
import { placesIn } from './changing/change-list.presenter.js';
import { detailsPage } from './changing/changing.presenter.js';
import { PersonChangesQueries } from './changing/person-changes.queries.js';
import { PersonChanges } from './changing/person-changes.service.js';
import { PersonCards } from './person-cards.service.js';
import { personPage } from './person.presenter.js';
import type { PersonSeen } from './person.queries.js';

/** One person, for those who look after them; and what an administrator puts right there. */
@Controller('people/:reference')
export class PersonController {
  constructor(
    private readonly pages: ChangePages,
    private readonly cards: PersonCards,
    private readonly queries: PersonChangesQueries,
    private readonly changes: PersonChanges,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(peoplePermissions.read)
  show(@By() actor: Actor, @Param('reference') reference: string): Promise<Reply> {
    return this.personPage(actor, reference, []);
  }

  @Post('extra-time')
  @Can(peoplePermissions.change)
  giveTime(@By() actor: Actor, @Param('reference') reference: string, @Body() body: unknown): Promise<Reply> {
    return readForm(ExtraTimeForm, body).submit(
      async ({ percent, formToken }) => {
        await this.changes.change(actor, reference, { kind: 'extraTime', formToken, make: () => percent });
        return seeOther(personPath(reference), {
          flash: t('Extra time in quizzes: {percent}%.', { percent: String(percent) }),
        });
      },
      (problems) => this.personPage(actor, reference, problems),
    );
  }

  @Get('details')
  @Can(peoplePermissions.change)
  askDetails(@By() actor: Actor, @Param('reference') reference: string): Promise<Reply> {
    return this.pages.ask(actor, reference, this.details(actor));
  }

  @Post('details')
  @Can(peoplePermissions.change)
  changeDetails(@By() actor: Actor, @Param('reference') reference: string, @Body() body: unknown): Promise<Reply> {
    return this.pages.send(actor, reference, this.details(actor), body);
  }

  @Post('changes/:id/undoings')
  @Can(peoplePermissions.change)
  undo(@By() actor: Actor, @Param('reference') reference: string, @RowId() id: number): Promise<Reply> {
    // A form of a single button.
    return new Form({}, []).submit(
      async () => {
        await this.changes.undo(actor, reference, id);
        return seeOther(personPath(reference), { flash: t('Taken back. It is as it was before.') });
      },
      (problems) => this.personPage(actor, reference, problems),
    );
  }

  private async personPage(actor: Actor, reference: string, problems: Problem[]): Promise<Reply> {
    const person = await this.pages.person(actor, reference);
    const may = can(actor, accessPermissions.explain);
    const [cards, changing] = await Promise.all([
      this.cards.of(actor, { id: person.id, reference }),
      can(actor, peoplePermissions.change) ? this.changing(person) : null,
    ]);
    const model = personPage(
      { person, cards, changing, accessPath: may ? `${accessPath}?person=${encodeURIComponent(reference)}` : null },
      this.clock.today(),
      problems,
    );
    return page('network/person', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  private async changing(person: PersonSeen) {
    const made = await this.queries.made(person.id, this.clock.now());
    const places = await this.queries.placesNamed(placesIn(made));
    return { made, places, formToken: randomUUID() };
  }

  private details(actor: Actor): Change<DetailsForm> {
    return {
      form: DetailsForm,
      begin: ({ name, email }) => ({ name, email: email ?? '' }),
      present: detailsPage,
      make: ({ reference }, { name, email, formToken }) =>
        this.changes.change(actor, reference, {
          kind: 'details',
          formToken,
          make: () => ({ name, email: email || null }),
        }),
      done: (_, { name }) => t('Changed for {name}.', { name }),
    };
  }
}
