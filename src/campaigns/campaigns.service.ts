import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pledgeMade } from './campaigns.events.js';
import type { CampaignRow, ThemeDayRow } from './campaigns.queries.js';
import { checkPledge } from './pledge-rule.js';
import { PledgesQueries } from './pledges.queries.js';

/** What people do in a themed week besides its lessons. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly pledges: PledgesQueries,
  ) {}

  /**
   * Promises something for a theme day, or puts other words to the promise.
   * @throws RuleBroken while the day is closed
   */
  async pledge(actor: Actor, campaign: CampaignRow, day: ThemeDayRow, words: string): Promise<void> {
    checkPledge(day.heldOn, campaign, this.clock.today());
    await this.db.write(async (tx) => {
      const { personId, unitId } = actor;
      const pledgeId = await this.pledges.keep(tx, { themeDayId: day.id, personId, unitId, words });
      if (pledgeId !== null) await tx.record(pledgeMade({ pledgeId, themeDayId: day.id }, personId));
    });
  }
}
