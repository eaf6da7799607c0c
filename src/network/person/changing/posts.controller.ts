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
import { PersonQueries, type PersonSeen } from '../person.queries.js';
import { EndForm, PostForm } from './changing.forms.js';
import { endPage, postPage } from './changing.presenter.js';
import { PersonChanges } from './person-changes.service.js';
import { PostChanges, postWithId } from './post-change.service.js';

/** An administrator gives somebody a post, or says when one ends. */
@Controller('people/:reference/postings')
export class PostsController {
  constructor(
    private readonly posts: PostChanges,
    private readonly changes: PersonChanges,
    private readonly persons: PersonQueries,
    private readonly clock: Clock,
  ) {}

  /** With the fields in the address it also says what would follow. */
  @Get('new')
  @Can(peoplePermissions.change)
  async ask(@By() actor: Actor, @Param('reference') reference: string, @Query() query: object): Promise<Reply> {
    const person = await this.person(actor, reference);
    if (!('code' in query)) return this.newPage(person, new PostForm(), [], null);
    return readForm(PostForm, { formToken: randomUUID(), ...query }).submit(
      async (form) => {
        const held = await this.changes.find(actor, reference);
        return this.newPage(person, form, [], await this.posts.lookAtPost(held, form));
      },
      (problems, form) => this.newPage(person, form, problems, null),
    );
  }

  @Post()
  @Can(peoplePermissions.change)
  async add(@By() actor: Actor, @Param('reference') reference: string, @Body() body: unknown): Promise<Reply> {
    const person = await this.person(actor, reference);
    return readForm(PostForm, body).submit(
      async (form) => {
        await this.posts.add(actor, reference, form);
        return seeOther(personPath(reference), { flash: t('The post is recorded for {name}.', { name: person.name }) });
      },
      (problems, form) => this.newPage(person, form, problems, null),
    );
  }

  @Get(':id/end')
  @Can(peoplePermissions.change)
  async askEnd(
    @By() actor: Actor,
    @Param('reference') reference: string,
    @RowId() id: number,
    @Query() query: object,
  ): Promise<Reply> {
    const person = await this.person(actor, reference);
    if (!('lastDay' in query)) return this.endPage(person, id, new EndForm(), [], null);
    return readForm(EndForm, { formToken: randomUUID(), ...query }).submit(
      async (form) => {
        const held = await this.changes.find(actor, reference);
        const follows = await this.posts.lookAtEnd(held, postWithId(person.postings, id), form);
        return this.endPage(person, id, form, [], follows);
      },
      (problems, form) => this.endPage(person, id, form, problems, null),
    );
  }

  @Post(':id/end')
  @Can(peoplePermissions.change)
  async end(
    @By() actor: Actor,
    @Param('reference') reference: string,
    @RowId() id: number,
    @Body() body: unknown,
  ): Promise<Reply> {
    const person = await this.person(actor, reference);
    return readForm(EndForm, body).submit(
      async (form) => {
        await this.posts.end(actor, reference, postWithId(person.postings, id), form);
        return seeOther(personPath(reference), { flash: t('The end is recorded for {name}.', { name: person.name }) });
      },
      (problems, form) => this.endPage(person, id, form, problems, null),
    );
  }

  private newPage(person: PersonSeen, form: PostForm, problems: Problem[], follows: string[] | null): Reply {
    const model = postPage(person, { form, problems, follows, today: this.clock.today() });
    return page('network/change', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  private endPage(person: PersonSeen, id: number, form: EndForm, problems: Problem[], follows: string[] | null): Reply {
    const post = postWithId(person.postings, id);
    const model = endPage(person, post, { form, problems, follows, today: this.clock.today() });
    return page('network/change', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  private async person(actor: Actor, reference: string): Promise<PersonSeen> {
    const person = await this.persons.one(actor, reference);
    if (person === null) throw new NotFound();
    return person;
  }
}
