import { Controller, Get } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { t } from '../language/t.js';
import { Can } from '../permissions.js';
import { AdminLinks } from '../web/admin-links.js';
import { By } from '../web/by.js';
import { page, type Reply } from '../web/reply.js';
import { adminPermissions } from './admin.policy.js';

@Controller('admin')
export class AdminController {
  constructor(private readonly links: AdminLinks) {}

  @Get()
  @Can(adminPermissions.operate)
  index(@By() actor: Actor): Reply {
    const links = this.links.for(actor).map(({ label, about, path }) => ({ label: t(label), about: t(about), path }));
    return page('platform/admin', { title: t('Admin'), links }, { bench: true });
  }
}
