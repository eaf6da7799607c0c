import { Injectable } from '@nestjs/common';
import { PublishedContentQueries } from '../courses/studio/drafts/published-content.queries.js';
import { DriverImportance } from '../feedback/importance/importance.service.js';
import { Standings } from '../feedback/standings/standings.service.js';
import { CommentReading } from '../feedback/themes/reading.service.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { londonDate } from '../platform/dates.js';
import { SettingsQueries } from '../platform/settings.queries.js';
import { Passwords } from '../sign-in/passwords/passwords.service.js';
import { openEveryPlace, unitIdsByCode } from '../generate/feedback/feedback-load.queries.js';
import { loadNumber } from '../generate/feedback/number-load.queries.js';
import { landPlannedWeek } from '../generate/feedback/planned-week.service.js';
import { lessonsToTake, loadAssignments, loadCompletions } from '../generate/learning/learning-load.queries.js';
import { loadNetwork } from '../generate/network/network-load.queries.js';
import type { NetworkPlan } from '../generate/network/network-plan.js';
import { loadPeople } from '../generate/people/people-load.queries.js';
import { trustReferences } from '../generate/trusted.queries.js';
import { planAsks } from './assignment-plan.js';
import { loadCourseDraft } from './course-draft-load.queries.js';
import { COURSE_BEING_WRITTEN, planCourseDraft } from './course-draft-plan.js';
import { planDemoFeedback, planDemoWeeks } from './demo-feedback.js';
import { planDemoCompletions } from './demo-learning.js';
import { planDemoNetwork, planDemoPeople } from './demo-organisation.js';
import { DemoQueries } from './demo.queries.js';
import { impactAssignments, withImpactCompletions } from './impact-learning.js';
import { type ImpactPlan, planImpact } from './impact-plan.js';
import { ImpactStudies } from './impact-studies.service.js';
import { plantedTruth, TRUTH } from './planted-truth.js';
import { planOtherNumbers, SET_UP } from './other-numbers-plan.js';
import { type Account, loadCredentials, loadPledges, loadSamsPlace } from './story-load.queries.js';
import { MOMENTS, NAMED, PASSWORD } from './stories.js';

/** Generates the demo network from its seed while loading it, in one transaction: it is there as a whole or not at all. */
@Injectable()
export class DemoNetwork {
  constructor(
    private readonly db: Database,
    private readonly demo: DemoQueries,
    private readonly passwords: Passwords,
    private readonly courses: PublishedContentQueries,
    private readonly importance: DriverImportance,
    private readonly standings: Standings,
    private readonly comments: CommentReading,
    private readonly settings: SettingsQueries,
    private readonly studies: ImpactStudies,
  ) {}

  /** @returns false when the database already holds a network, which is then left alone. */
  async loadIfEmpty(say: (line: string) => void): Promise<boolean> {
    if (await this.demo.holdsNetwork()) return false;
    say('Loading the demo network. All of it is invented.');
    const accounts = await Promise.all(Object.values(NAMED).map(({ reference }) => this.account(reference)));
    await this.db.write(async (tx) => {
      const network = planDemoNetwork();
      const weeks = planDemoWeeks(network);
      const impact = planImpact(network, weeks);
      await this.loadOrganisation(tx, network, impact, accounts, say);
      await this.studies.register(tx, impact);
      await this.settings.save(tx, TRUTH, plantedTruth(network, impact));
      const feedback = planDemoFeedback(network.units, weeks);
      await openEveryPlace(tx);
      const unitIds = await unitIdsByCode(tx);
      for (const number of planOtherNumbers(network.units)) await loadNumber(tx, number, SET_UP, unitIds);
      for (const [index, week] of feedback.weeks.entries()) {
        await landPlannedWeek(tx, feedback, unitIds, week);
        if ((index + 1) % 27 === 0) say(`  customers’ answers: ${index + 1} of ${feedback.weeks.length} weeks`);
      }
    });
    await this.demo.refreshStatistics();
    // How every unit stands at each of the demo's moments; elsewhere a job sees to it as weeks close.
    await this.importance.workOut(londonDate(new Date(MOMENTS.wednesday.at)));
    for (const { at } of Object.values(MOMENTS)) await this.standings.fill(londonDate(new Date(at)));
    await this.comments.keepUp();
    say('  studies of what training did');
    await this.studies.workOut();
    return true;
  }

  /** Places, people, what they learned and what they were asked for. */
  private async loadOrganisation(
    tx: Tx,
    network: NetworkPlan,
    impact: ImpactPlan,
    accounts: Account[],
    say: (line: string) => void,
  ): Promise<void> {
    const { people, covers } = planDemoPeople(network);
    await loadNetwork(tx, network);
    await loadPeople(tx, { people, covers });
    await loadCredentials(tx, accounts);
    await this.loadDraft(tx);
    await trustReferences(tx);
    say(`  ${network.units.length} units and ${people.length} people`);
    const asks = planAsks(network, people);
    const others = planDemoCompletions(network, people, await lessonsToTake(tx), asks);
    await loadCompletions(tx, withImpactCompletions(impact, people, others));
    await loadAssignments(tx, [...asks, ...impactAssignments(impact)]);
    await loadPledges(tx);
    await loadSamsPlace(tx);
    say('  courses taken, assignments and pledges');
  }

  /** What lies on Grace's desk in the studio. */
  private async loadDraft(tx: Tx): Promise<void> {
    const published = await this.courses.bySlug(COURSE_BEING_WRITTEN);
    if (published !== null)
      await loadCourseDraft(tx, NAMED.grace.reference, published, planCourseDraft(published.content));
  }

  private async account(reference: string): Promise<Account> {
    return { reference, hash: await this.passwords.hash(PASSWORD) };
  }
}
