/**
 * Cover owns who acts for which manager, in what place and on which days, and what it is called wherever somebody acted
 * under it. What it gives is read with everything else that makes an actor (migration 0021, `actor_on`).
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { msg } from '../../platform/language/t.js';
import { AccountLinks } from '../../platform/web/account-links.js';
import { ColleaguesQueries } from './colleagues.queries.js';
import { CoverController } from './cover.controller.js';
import { CoverOf } from './cover-of.service.js';
import { coverPermissions } from './cover.policy.js';
import { CoverQueries } from './cover.queries.js';
import { CoverService } from './cover.service.js';
import { NewCoverController } from './new-cover.controller.js';
import { NewCoverFacts } from './new-cover-facts.service.js';
import { coverPath } from './paths.js';
import { PlacesQueries } from './places.queries.js';

@Module({
  controllers: [NewCoverController, CoverController],
  providers: [ColleaguesQueries, CoverQueries, CoverService, CoverOf, NewCoverFacts, PlacesQueries],
  exports: [CoverOf, CoverQueries],
})
export class CoverModule implements OnModuleInit {
  constructor(private readonly links: AccountLinks) {}

  onModuleInit(): void {
    this.links.register({
      label: msg('Cover'),
      about: msg('Who acts for you while you are away, and for whom you act.'),
      path: coverPath,
      order: 15,
      permission: coverPermissions.give,
    });
  }
}
