/**
 * Cover owns who acts for which manager, in what place and on which days, and what it is called wherever somebody acted
 * under it. What it gives is read with everything else that makes an actor (migration 0021, `actor_on`).
 */
import { Module } from '@nestjs/common';
import { ColleaguesQueries } from './colleagues.queries.js';
import { CoverController } from './cover.controller.js';
import { CoverOf } from './cover-of.service.js';
import { CoverQueries } from './cover.queries.js';
import { CoverService } from './cover.service.js';
import { NewCoverController } from './new-cover.controller.js';
import { NewCoverFacts } from './new-cover-facts.service.js';
import { PlacesQueries } from './places.queries.js';

@Module({
  controllers: [NewCoverController, CoverController],
  providers: [ColleaguesQueries, CoverQueries, CoverService, CoverOf, NewCoverFacts, PlacesQueries],
  exports: [CoverOf, CoverQueries],
})
export class CoverModule {}
