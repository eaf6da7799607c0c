import { Injectable } from '@nestjs/common';
import type { Actor, CoverHeld } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import type { Permission } from '../../platform/permissions.js';
import { coverForAll } from './cover-for.js';
import { PlacesQueries, type PlacesNamed } from './places.queries.js';

/** Under which cover somebody does something, for whoever records it. Asks nothing of those who cover for nobody. */
@Injectable()
export class CoverOf {
  constructor(
    private readonly places: PlacesQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * The cover that any of these places needs for the right that is used; null in one's own right. Done in several places
   * at once, some of them one's own, it counts as done under cover: the page then says for whom.
   */
  async in(actor: Pick<Actor, 'posts'>, wanted: Permission, named: PlacesNamed): Promise<CoverHeld | null> {
    if (actor.posts.every(({ cover }) => cover === null)) return null;
    return coverForAll(actor, await this.places.of(named, this.clock.today()), wanted.roles);
  }
}
