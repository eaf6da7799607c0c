import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { t } from '../../platform/language/t.js';
import { AdminAttention, type Attention } from '../../platform/web/admin-attention.js';
import { closedPostsPath } from '../paths.js';
import { ClosedPostsQueries } from './closed-posts.queries.js';
import { peoplePermissions } from './people.policy.js';

/** Tells administrators of people whose unit has closed while their posts in it go on. */
@Injectable()
export class ClosedPosts implements OnModuleInit {
  constructor(
    private readonly attention: AdminAttention,
    private readonly queries: ClosedPostsQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attention.register({ permission: peoplePermissions.change, ask: () => this.ask() });
  }

  private async ask(): Promise<Attention | null> {
    const n = await this.queries.people(this.clock.today());
    if (n === 0) return null;
    return {
      text: t(
        '{n, plural, one {# person still has a post in a unit that has closed, and counts nowhere. Move them with the people file or on their own page.} other {# people still have posts in units that have closed, and count nowhere. Move them with the people file or on their own pages.}}',
        { n },
      ),
      action: { text: t('Look at them'), path: closedPostsPath },
    };
  }
}
