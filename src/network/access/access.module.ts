/** Access answers, for administrators, why somebody can or cannot see a place or a page: it decides nothing itself. */
import { Module, type OnModuleInit } from '@nestjs/common';
import { msg } from '../../platform/language/t.js';
import { Privacy } from '../../platform/privacy/privacy-of-module.js';
import { AdminLinks } from '../../platform/web/admin-links.js';
import { AccessController } from './access.controller.js';
import { accessPermissions } from './access.policy.js';
import { AccessQueries } from './access.queries.js';
import { AccessService } from './access.service.js';
import { accessPath } from './paths.js';

@Privacy({
  looks: { 'network.explainAccess': msg('Asked why somebody can or cannot see something') },
  subjects: { cover: msg('Cover') },
})
@Module({ controllers: [AccessController], providers: [AccessQueries, AccessService] })
export class AccessModule implements OnModuleInit {
  constructor(private readonly links: AdminLinks) {}

  onModuleInit(): void {
    this.links.register({
      label: msg('Why can I see this, or not?'),
      about: msg('Which post, grant or cover lets somebody see a place or a page on a day, or what is missing.'),
      path: accessPath,
      order: 15,
      permission: accessPermissions.explain,
    });
  }
}
