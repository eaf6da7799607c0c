import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import type { Reply } from '../../../platform/web/reply.js';
import { RowId } from '../../../platform/web/row-id.js';
import { peoplePermissions } from '../../people/people.policy.js';
import { type Change, ChangePages } from './change-pages.service.js';
import { EndForm, PostForm } from './changing.forms.js';
import { endPage, postPage } from './changing.presenter.js';
import { PostChanges, postWithId } from './post-change.service.js';

/** An administrator gives somebody a post, or says when one ends. */
@Controller('people/:reference/postings')
export class PostsController {
  constructor(
    private readonly posts: PostChanges,
    private readonly pages: ChangePages,
  ) {}

  @Get('new')
  @Can(peoplePermissions.change)
  ask(@By() actor: Actor, @Param('reference') reference: string, @Query() query: object): Promise<Reply> {
    return this.pages.ask(actor, reference, this.newPost(actor), query);
  }

  @Post()
  @Can(peoplePermissions.change)
  add(@By() actor: Actor, @Param('reference') reference: string, @Body() body: unknown): Promise<Reply> {
    return this.pages.send(actor, reference, this.newPost(actor), body);
  }

  @Get(':id/end')
  @Can(peoplePermissions.change)
  askEnd(
    @By() actor: Actor,
    @Param('reference') reference: string,
    @RowId() id: number,
    @Query() query: object,
  ): Promise<Reply> {
    return this.pages.ask(actor, reference, this.endOf(actor, id), query);
  }

  @Post(':id/end')
  @Can(peoplePermissions.change)
  end(
    @By() actor: Actor,
    @Param('reference') reference: string,
    @RowId() id: number,
    @Body() body: unknown,
  ): Promise<Reply> {
    return this.pages.send(actor, reference, this.endOf(actor, id), body);
  }

  private newPost(actor: Actor): Change<PostForm> {
    return {
      form: PostForm,
      present: postPage,
      follows: (held, _, form) => this.posts.lookAtPost(held, form),
      make: ({ reference }, form) => this.posts.add(actor, reference, form),
      done: ({ name }) => t('The post is recorded for {name}.', { name }),
    };
  }

  private endOf(actor: Actor, id: number): Change<EndForm> {
    return {
      form: EndForm,
      present: (person, asked) => endPage(person, postWithId(person.postings, id), asked),
      follows: (held, { postings }, form) => this.posts.lookAtEnd(held, postWithId(postings, id), form),
      make: ({ reference, postings }, form) => this.posts.end(actor, reference, postWithId(postings, id), form),
      done: ({ name }) => t('The end is recorded for {name}.', { name }),
    };
  }
}
