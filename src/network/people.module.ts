/**
 * The pages of people and places: who works where, one person with what an administrator puts right about them, and the tree
 * of regions, areas and units as it stands on a day. It reads what network owns, and owns one table, what was changed by hand
 * (`person_change`). Other modules add their own to a person's page (person/person-cards.ts).
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { msg } from '../platform/language/t.js';
import { can } from '../platform/permissions.js';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { AdminLinks } from '../platform/web/admin-links.js';
import { Navigation } from '../platform/web/navigation.js';
import { NetworkModule } from './network.module.js';
import { networkPath, peoplePath } from './paths.js';
import { ClosedPostsQueries } from './people/closed-posts.queries.js';
import { ClosedPosts } from './people/closed-posts.service.js';
import { PeopleListQueries } from './people/people-list.queries.js';
import { PeopleList } from './people/people-list.service.js';
import { PeopleController } from './people/people.controller.js';
import { peoplePermissions } from './people/people.policy.js';
import { ChangePages } from './person/changing/change-pages.service.js';
import { LeaveChanges } from './person/changing/leave-change.service.js';
import { LeavesController } from './person/changing/leaves.controller.js';
import { PersonChangesQueries } from './person/changing/person-changes.queries.js';
import { PersonChanges } from './person/changing/person-changes.service.js';
import { PostChanges } from './person/changing/post-change.service.js';
import { PostsController } from './person/changing/posts.controller.js';
import { ChangePreview } from './person/changing/preview.service.js';
import { PersonCards } from './person/person-cards.service.js';
import { PERSON_PRIVACY } from './person/person-privacy.queries.js';
import { PersonController } from './person/person.controller.js';
import { PersonQueries } from './person/person.queries.js';
import { TreeController } from './tree/tree.controller.js';
import { TreeQueries } from './tree/tree.queries.js';
import { Tree } from './tree/tree.service.js';
import { UnitHistoryQueries } from './tree/unit-history.queries.js';

@Privacy(PERSON_PRIVACY)
@Module({
  imports: [NetworkModule],
  controllers: [PeopleController, PostsController, LeavesController, PersonController, TreeController],
  providers: [
    PeopleListQueries,
    PeopleList,
    ClosedPostsQueries,
    ClosedPosts,
    PersonQueries,
    PersonCards,
    PersonChangesQueries,
    PersonChanges,
    ChangePages,
    ChangePreview,
    PostChanges,
    LeaveChanges,
    TreeQueries,
    Tree,
    UnitHistoryQueries,
  ],
  exports: [PersonCards],
})
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly navigation: Navigation,
    private readonly links: AdminLinks,
  ) {}

  onModuleInit(): void {
    this.navigation.register({
      label: msg('People'),
      path: peoplePath,
      covers: [networkPath],
      icon: 'people',
      order: 70,
      shows: (actor) => can(actor, peoplePermissions.read),
    });
    this.links.register({
      label: msg('People'),
      about: msg('Find anybody; record posts, long leave and extra time, and put names and addresses right.'),
      path: peoplePath,
      order: 5,
      permission: peoplePermissions.change,
    });
    this.links.register({
      label: msg('The network'),
      about: msg('Regions, areas and units as they stand on any day, and how each came to stand there.'),
      path: networkPath,
      order: 6,
      permission: peoplePermissions.change,
    });
  }
}
