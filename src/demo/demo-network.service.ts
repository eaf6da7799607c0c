import { Injectable } from '@nestjs/common';
import { PublishedContentQueries } from '../courses/studio/drafts/published-content.queries.js';
import { Standings } from '../feedback/standings/standings.service.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { londonDate } from '../platform/dates.js';
import { Passwords } from '../sign-in/passwords/passwords.service.js';
import { asksOf, planAssignments } from './assignment-plan.js';
import { Chance } from '../generate/chance.js';
import { loadCourseDraft } from './course-draft-load.queries.js';
import { COURSE_BEING_WRITTEN, planCourseDraft } from './course-draft-plan.js';
import { DemoQueries } from './demo.queries.js';
import { planEase } from './ease-plan.js';
import { loadResponses } from './feedback-load.queries.js';
import { loadAssignments, loadCompletions } from './learning-load.queries.js';
import { planCompletions } from './learning-plan.js';
import { loadCredentials, loadNetwork, loadPeople } from './network-load.queries.js';
import { planNetwork } from './network-plan.js';
import { planPeople } from './people-plan.js';
import { loadPledges, loadSamsPlace } from './story-load.queries.js';
import { MOMENTS, NAMED, PASSWORD, SEED } from './stories.js';
import { unitTotals, WEEKS, weekTotals } from './week-plan.js';

/** Generates the demo network from its seed while loading it, in one transaction: it is there as a whole or not at all. */
@Injectable()
export class DemoNetwork {
  constructor(
    private readonly db: Database,
    private readonly demo: DemoQueries,
    private readonly passwords: Passwords,
    private readonly courses: PublishedContentQueries,
    private readonly standings: Standings,
  ) {}

  /** @returns false when the database already holds a network, which is then left alone. */
  async loadIfEmpty(say: (line: string) => void): Promise<boolean> {
    if (await this.demo.holdsNetwork()) return false;
    say('Loading the demo network. All of it is invented.');
    const accounts = await Promise.all(Object.values(NAMED).map(({ reference }) => this.account(reference)));
    await this.db.write(async (tx) => {
      const chance = new Chance(SEED);
      const network = planNetwork(chance);
      const people = planPeople(chance, network);
      await loadNetwork(tx, network);
      await loadPeople(tx, people);
      await loadCredentials(tx, accounts);
      say(`  ${network.units.length} units and ${people.length} people`);
      const { days, courses } = await this.demo.lessonsToTake(tx);
      await loadCompletions(tx, planCompletions(chance, network, people, days, courses, asksOf(network)));
      await loadAssignments(tx, planAssignments(chance, network, people));
      await loadPledges(tx);
      await loadSamsPlace(tx);
      await this.loadDraft(tx);
      say('  courses taken, assignments and pledges');
      const answering = network.units.filter((unit) => unit.weight > 0);
      const totals = weekTotals(chance);
      const weeks = WEEKS.map((week) => ({ week, responses: unitTotals(chance, answering, week, totals.get(week)!) }));
      await loadResponses(tx, chance, answering, planEase(chance, answering, weeks), (done) => {
        if (done % 27 === 0) say(`  customers’ answers: ${done} of ${WEEKS.length} weeks`);
      });
    });
    await this.demo.refreshStatistics();
    // How every unit stands at each of the demo's moments; elsewhere a job sees to it as weeks close.
    for (const { at } of Object.values(MOMENTS)) await this.standings.fill(londonDate(new Date(at)));
    return true;
  }

  /** What lies on Grace's desk in the studio. */
  private async loadDraft(tx: Tx): Promise<void> {
    const published = await this.courses.bySlug(COURSE_BEING_WRITTEN);
    if (published !== null)
      await loadCourseDraft(tx, NAMED.grace.reference, published, planCourseDraft(published.content));
  }

  private async account(reference: string): Promise<{ reference: string; hash: string }> {
    return { reference, hash: await this.passwords.hash(PASSWORD) };
  }
}
