import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { heldPostPermissions } from './held-posts.policy.js';
import { presentHeldPost } from './held-posts.presenter.js';
import { HeldPostsQueries } from './held-posts.queries.js';

@Controller('/held')
export class HeldPostsController {
  constructor(private readonly queries: HeldPostsQueries) {}

  @Can(heldPostPermissions.open)
  @Get(':id')
  async show(@Param('id') id: string, @By() actor: Actor): Promise<Reply> {
    const post = await this.queries.heldPost(id, actor.personId);
    if (post === null) throw new NotFound();
    return page('sign-in/held-post', presentHeldPost(post));
  }

  @Can(heldPostPermissions.open)
  @Post(':id/discard')
  async discard(@Param('id') id: string, @By() actor: Actor): Promise<Reply> {
    await this.queries.drop(id, actor.personId);
    return seeOther('/', { flash: t('That answer is thrown away.') });
  }
}
