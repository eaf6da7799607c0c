import { Injectable } from '@nestjs/common';
import { ChangesQueries } from '../network/changes/changes.queries.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { RuleBroken } from '../platform/errors.js';
import { GeneratedAnswers } from './feedback/generated-answers.service.js';
import { GeneratedLearning } from './learning/generated-learning.service.js';
import { loadNetwork } from './network/network-load.queries.js';
import type { NetworkPlan } from './network/network-plan.js';
import { networkOf, peopleOf } from './organisation.service.js';
import { NOT_OURS, type Part, partsToWrite, withPart } from './parts.js';
import { loadPeople } from './people/people-load.queries.js';
import type { PeoplePlan } from './people/people-plan.js';
import type { Size } from './size.js';
import type { Tell } from './tell.js';
import { planTruth } from './truth/truth-plan.js';
import { WrittenQueries } from './written.queries.js';

/** What became of one part: its rows are units, people, answers and completions. */
export interface PartResult {
  part: Part;
  rows: number;
  seconds: number;
  rowsPerSecond: number;
}

/** Everything that is planned from a size; people only when somebody asks for them. */
interface Plans {
  size: Size;
  network: NetworkPlan;
  people(): PeoplePlan;
}

/**
 * Writes an organisation of a given size, part by part. Network and people are each there as a whole or not at all; answers
 * land week by week and learning person by person, so that what was interrupted goes on where it stopped.
 */
@Injectable()
export class Generator {
  constructor(
    private readonly db: Database,
    private readonly written: WrittenQueries,
    private readonly changes: ChangesQueries,
    private readonly answers: GeneratedAnswers,
    private readonly learning: GeneratedLearning,
  ) {}

  /** @throws RuleBroken when this database is not the place for it (`partsToWrite`). */
  run(size: Size, only: Part | null, tell: Tell): Promise<PartResult[]> {
    return this.written.alone(() => this.writeAll(size, only, tell));
  }

  private async writeAll(size: Size, only: Part | null, tell: Tell): Promise<PartResult[]> {
    const parts = partsToWrite(only, size, await this.written.read(), await this.written.holdsNetwork());
    const network = networkOf(size);
    let people: PeoplePlan | null = null;
    const plans = { size, network, people: () => (people ??= peopleOf(network, size)) };
    const results: PartResult[] = [];
    for (const part of parts) results.push(await this.timed(part, () => this.write(part, plans, tell)));
    await this.written.refreshStatistics();
    return results;
  }

  private async write(part: Part, plans: Plans, tell: Tell): Promise<number> {
    if (part === 'network')
      return this.whole(part, plans, tell, async (tx) => {
        if (await this.written.holdsNetwork(tx)) throw new RuleBroken(NOT_OURS);
        await loadNetwork(tx, plans.network);
        return plans.network.units.length;
      });
    if (part === 'people')
      return this.whole(part, plans, tell, async (tx) => {
        await loadPeople(tx, plans.people());
        return plans.people().people.length;
      });
    await this.db.write((tx) => this.note(tx, part, plans.size, false));
    const studies = planTruth(plans.network, plans.size);
    const rows =
      part === 'feedback'
        ? await this.answers.land(plans.network, studies, plans.size, tell)
        : await this.learning.write(plans.network, plans.people().people, studies, plans.size, tell);
    await this.db.write((tx) => this.note(tx, part, plans.size, true));
    return rows;
  }

  /** No file of units or people is taken over meanwhile. */
  private whole(part: Part, { size }: Plans, tell: Tell, load: (tx: Tx) => Promise<number>): Promise<number> {
    return this.db.write(async (tx) => {
      await this.changes.hold(tx, () => tell.say('An import of units or people is running. This begins when it ends.'));
      const rows = await load(tx);
      await this.note(tx, part, size, true);
      return rows;
    });
  }

  private async note(tx: Tx, part: Part, size: Size, done: boolean): Promise<void> {
    await this.written.save(tx, withPart(await this.written.read(), part, size, done));
  }

  private async timed(part: Part, work: () => Promise<number>): Promise<PartResult> {
    const begun = performance.now();
    const rows = await work();
    const seconds = (performance.now() - begun) / 1000;
    return { part, rows, seconds: Number(seconds.toFixed(2)), rowsPerSecond: Math.round(rows / seconds) };
  }
}
