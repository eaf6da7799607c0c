import { Injectable, type OnModuleInit } from '@nestjs/common';
import { msg } from '../language/t.js';
import { can } from '../permissions.js';
import { AdminLinks } from '../web/admin-links.js';
import { Navigation } from '../web/navigation.js';
import { adminPermissions } from './admin.policy.js';
import { adminPath, jobsPath } from './paths.js';

/** The platform's own entries: "Admin" in the navigation, and jobs on the page it leads to. */
@Injectable()
export class AdminEntries implements OnModuleInit {
  constructor(
    private readonly navigation: Navigation,
    private readonly links: AdminLinks,
  ) {}

  onModuleInit(): void {
    const permission = adminPermissions.operate;
    this.navigation.register({
      label: msg('Admin'),
      path: adminPath,
      icon: 'sliders',
      order: 90,
      shows: (actor) => can(actor, permission),
    });
    this.links.register({
      label: msg('Jobs'),
      about: msg('What runs in the background: waiting, running, failed and done, and which workers are alive.'),
      path: jobsPath,
      order: 50,
      permission,
    });
  }
}
