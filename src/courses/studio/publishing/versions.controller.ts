import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { NotFound } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { Can, can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { isSlug } from '../../../platform/slug.js';
import { studioPermissions } from '../studio.policy.js';
import { versionsPath } from './paths.js';
import { ShelfService } from './shelf.service.js';
import { presentVersions } from './versions.presenter.js';
import { VersionsQueries } from './versions.queries.js';

/** `/studio/published/:slug`: the versions of a course, and taking it out of the catalogue and back. */
@Controller('studio/published/:slug')
export class VersionsController {
  constructor(
    private readonly versions: VersionsQueries,
    private readonly shelf: ShelfService,
    private readonly clock: Clock,
  ) {}

  @Get('versions')
  @Can(studioPermissions.read)
  async show(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    const now = this.clock.now();
    const versions = isSlug(slug) ? await this.versions.of(slug, now) : [];
    if (versions.length === 0) throw new NotFound(t('There is no published course with this address.'));
    const shelfChanges = await this.versions.shelfChanges(slug, now);
    const mayWrite = can(actor, studioPermissions.write);
    return page('studio/publish-versions', presentVersions({ slug, versions, shelfChanges, mayWrite }), {
      bench: true,
    });
  }

  @Post('retirements')
  @Can(studioPermissions.write)
  async retire(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    await this.shelf.change(actor, slug, 'retired');
    return seeOther(versionsPath(slug), { flash: t('Retired. Nobody can start it any more.') });
  }

  @Post('returns')
  @Can(studioPermissions.write)
  async bringBack(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    await this.shelf.change(actor, slug, 'broughtBack');
    return seeOther(versionsPath(slug), { flash: t('It is back in the catalogue.') });
  }
}
