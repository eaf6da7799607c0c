import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { ColleaguesQueries } from './colleagues.queries.js';
import type { CoverWanted } from './cover.forms.js';
import { givesAs, lineReach } from './gives-as.js';
import { type ManagedPost, readPostKey } from './managed-post.js';
import type { NewCoverFacts as Facts } from './new-cover.presenter.js';

/** Everything the first step offers. What is not the reader's to give is as if it were not there. */
@Injectable()
export class NewCoverFacts {
  constructor(
    private readonly colleagues: ColleaguesQueries,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, form: CoverWanted): Promise<Facts> {
    const today = this.clock.today();
    const line = lineReach(actor);
    const own = (await this.colleagues.postsOf(actor.personId, today)).filter((post) => givesAs(actor, post) !== null);
    const chosen = await this.chosen(actor, form, own);
    const [foundPosts, found, deputy] = await Promise.all([
      line === null || form.findPost === '' ? null : this.colleagues.below(line, form.findPost, today),
      chosen === null || form.find === '' ? null : this.colleagues.search(form.find, chosen, form.startsOn || today),
      chosen === null || form.deputy === ''
        ? null
        : this.colleagues.colleague(form.deputy, chosen, form.startsOn || today),
    ]);
    return { own, post: chosen, mayLookBelow: line !== null, foundPosts, found, deputy };
  }

  private async chosen(actor: Actor, form: CoverWanted, own: ManagedPost[]): Promise<ManagedPost | null> {
    const key = readPostKey(form.post);
    const post = key && (await this.colleagues.post(key, this.clock.today()));
    if (post && givesAs(actor, post) !== null) return post;
    return form.findPost === '' && own.length === 1 ? own[0]! : null;
  }
}
