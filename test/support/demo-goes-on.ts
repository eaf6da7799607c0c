import { addDays, type IsoDate, startOfLondonDay } from '../../src/platform/dates.js';
import type { Database } from '../../src/platform/database/database.js';
import { AshbridgeQueries } from '../../src/demo/ashbridge.queries.js';
import { planDemoFeedback } from '../../src/demo/demo-feedback.js';
import { planDemoNetwork } from '../../src/demo/demo-organisation.js';
import type { PlannedWeek } from '../../src/demo/ease-plan.js';
import { moved } from '../../src/demo/planted-ease.js';
import { ASHBRIDGE, OTHER_WEEKS, SEED } from '../../src/demo/stories.js';
import { usualShares, withWaves } from '../../src/demo/waves-at-work.js';
import { unitTotals } from '../../src/demo/week-plan.js';
import { Chance } from '../../src/generate/chance.js';
import { unitIdsByCode } from '../../src/generate/feedback/feedback-load.queries.js';
import { landPlannedWeek } from '../../src/generate/feedback/planned-week.service.js';
import { loadCompletions } from '../../src/generate/learning/learning-load.queries.js';
import type { NetworkPlan } from '../../src/generate/network/network-plan.js';

export interface GoingOn {
  /** How many weeks more. */
  weeks: number;
  /** By how many points of the share of easy visits something truly moves a unit in a week; nothing when absent. */
  effect?: (unitCode: string, week: IsoDate) => number;
}

/**
 * Customers of the demo go on answering after the last week that has landed, as they did: ordinary weeks in which what is
 * planted in the demo goes on, and on top whatever the spec plants. Rollups included; standings and the like follow by jobs.
 *
 * @returns the Mondays of the weeks that landed
 * @example await continueDemo(app.db, { weeks: 26, effect: (code, week) => (trained.has(code) && week >= start ? 4 : 0) })
 */
export async function continueDemo(db: Database, { weeks, effect = () => 0 }: GoingOn): Promise<IsoDate[]> {
  const network = planDemoNetwork();
  const last = (await db.one<{ week: IsoDate }>('select max(week) as week from unit_week'))!.week;
  const mondays = Array.from({ length: weeks }, (_, index) => addDays(last, 7 * (index + 1)));
  const goesOn = furtherWeeks(network, effect);
  const plan = planDemoFeedback(network.units, mondays.map(goesOn));
  const unitIds = await unitIdsByCode(db);
  for (const week of mondays) await db.write((tx) => landPlannedWeek(tx, plan, unitIds, week));
  return mondays;
}

function furtherWeeks(network: NetworkPlan, effect: NonNullable<GoingOn['effect']>): (week: IsoDate) => PlannedWeek {
  const usual = usualShares(network);
  const asPlanted = withWaves(network);
  const { units } = network;
  return (week) => {
    const chance = Chance.of(SEED, 'the demo goes on', week);
    const responses = unitTotals(chance, units, week, OTHER_WEEKS.responses);
    const easy = (unit: number) => (units[unit]!.code === ASHBRIDGE.code ? ASHBRIDGE.usualEase : usual[unit]!);
    const easeTop = responses.map((n, unit) => chance.binomial(n, easy(unit)));
    const planted = asPlanted({ week, responses, easeTop });
    return { ...planted, easeTop: moved(chance, planted, usual, (unit) => effect(units[unit]!.code, week)) };
  };
}

export interface Finishing {
  slug: string;
  /** The day on which they were asked. */
  askedOn: IsoDate;
  /** Which share of those who have not begun finish, and within how many days. */
  share: number;
  days: number;
}

/** People who were asked for a course finish it, as the product would have written it down. @returns how many */
export async function finishAsked(db: Database, { slug, askedOn, share, days }: Finishing): Promise<number> {
  return db.write(async (tx) => {
    const waiting = await tx.query<{ reference: string; unitCode: string }>(WAITING, [slug, askedOn]);
    const completions = waiting.flatMap((one) => {
      const chance = Chance.of(SEED, 'finish', slug, askedOn, one.reference);
      const [finishes, day] = [chance.happens(share), addDays(askedOn, chance.between(1, days))];
      const at = startOfLondonDay(day).getTime() + chance.between(8.5 * 3600, 17.5 * 3600) * 1000;
      return finishes ? [{ ...one, slug, completedAt: new Date(at), score: 1 }] : [];
    });
    const before = await tx.one<{ n: number }>('select count(*) as n from completion');
    await loadCompletions(tx, completions, before!.n);
    await new AshbridgeQueries().settle(tx);
    return completions.length;
  });
}

/** Whoever was asked on a day, is in post then and has not begun. */
const WAITING = `
  select distinct person.reference, unit.code as "unitCode"
    from requirement r
    join course on course.id = r.course_id and course.slug = $1
    join requirement_reason why on why.requirement_id = r.id
    join assignment a on a.id = why.assignment_id and (a.made_at at time zone 'Europe/London')::date = $2::date
    join person on person.id = r.person_id
    cross join lateral in_post($2::date) post
    join unit on unit.id = post.unit_id
   where post.person_id = r.person_id and r.completion_id is null
     and not exists (select from enrolment e join course_version v on v.id = e.course_version_id
                      where e.person_id = r.person_id and v.course_id = r.course_id)
   order by person.reference`;
