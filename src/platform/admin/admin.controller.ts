import { Controller, Get } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { MetricsQueries } from '../metrics/metrics.queries.js';
import { Can } from '../permissions.js';
import { AdminAttention } from '../web/admin-attention.js';
import { AdminLinks } from '../web/admin-links.js';
import { By } from '../web/by.js';
import { page, type Reply } from '../web/reply.js';
import { adminPermissions } from './admin.policy.js';
import { presentAdmin } from './admin.presenter.js';

@Controller('admin')
export class AdminController {
  constructor(
    private readonly links: AdminLinks,
    private readonly metrics: MetricsQueries,
    private readonly attention: AdminAttention,
  ) {}

  @Get()
  @Can(adminPermissions.operate)
  async index(@By() actor: Actor): Promise<Reply> {
    const [figures, attention] = await Promise.all([this.metrics.installation(), this.attention.for(actor)]);
    return page('platform/admin', presentAdmin(figures, this.links.for(actor), attention), { bench: true });
  }
}
