import { addDays, startOfLondonDay, type IsoDate } from '../platform/dates.js';
import { Chance } from '../generate/chance.js';
import { holds } from '../generate/days.js';
import type { PlannedCompletion } from '../generate/learning/completions.js';
import type { PlannedAssignment } from '../generate/learning/learning-load.queries.js';
import type { PlannedPerson } from '../generate/people/people-plan.js';
import type { AskedBranches, ImpactPlan } from './impact-plan.js';
import { BY_LOT, LOWEST, RECENT, type Request } from './impact-stories.js';
import { SEED } from './stories.js';

/** Some branches and what they were asked for. */
interface Asked extends AskedBranches {
  request: Request;
  /** How many days after a Monday somebody in a branch finishes, or null when they have not. */
  daysUntil: (chance: Chance, branch: number) => number | null;
}

/** What the CX team and Marcus asked for, an assignment a wave or group. */
export function impactAssignments(plan: ImpactPlan): PlannedAssignment[] {
  return askedIn(plan).map(({ request, askedOn, unitCodes }) => ({
    token: assignmentToken(request.slug, askedOn),
    slug: request.slug,
    madeBy: request.askedBy,
    madeAt: new Date(startOfLondonDay(askedOn).getTime() + NINE).toISOString(),
    reason: request.reason,
    dueOn: addDays(askedOn, request.daysGiven),
    unitCodes,
  }));
}

export const assignmentToken = (slug: string, askedOn: IsoDate) => `demo-${slug}-${askedOn}`;

/** With what came of it; whoever had taken the course somewhere before has nothing to do. */
export function withImpactCompletions(
  plan: ImpactPlan,
  people: readonly PlannedPerson[],
  others: readonly PlannedCompletion[],
): PlannedCompletion[] {
  const known = new Map(others.map((one) => [keyOf(one), one]));
  const added = askedIn(plan)
    .flatMap((asked) => completionsOf(asked, people))
    .filter((one) => !(known.has(keyOf(one)) && known.get(keyOf(one))!.completedAt < one.completedAt));
  const replaced = new Set(added.map(keyOf));
  return [...others.filter((one) => !replaced.has(keyOf(one))), ...added];
}

const keyOf = ({ reference, slug }: PlannedCompletion) => `${reference}/${slug}`;
const NINE = 9 * 3_600_000;

function askedIn({ waves, lowest, recent }: ImpactPlan): Asked[] {
  return [
    ...waves.map((wave) => ({ ...wave, request: BY_LOT, daysUntil: mostInTheFirstWeeks })),
    { ...lowest, request: LOWEST, daysUntil: together },
    { ...recent, request: RECENT, daysUntil: (chance, branch) => (branch < RECENT.finished ? together(chance) : null) },
  ];
}

/** Nine in ten, half of them within a week. */
function mostInTheFirstWeeks(chance: Chance): number | null {
  const [finishes, share] = [chance.happens(0.9), chance.share()];
  return finishes ? Math.round(1 + 26 * share ** 2) : null;
}

/** On a day of the same week, from Tuesday to Friday. */
function together(chance: Chance): number {
  return chance.between(1, 4);
}

/** Of those who were in post in a branch on the Monday, and not away, and were still there on the day. */
function completionsOf({ request, askedOn, unitCodes, daysUntil }: Asked, people: readonly PlannedPerson[]) {
  const place = new Map(unitCodes.map((code, index) => [code, index]));
  return people.flatMap((person): PlannedCompletion[] => {
    const unitCode = unitOn(person, askedOn);
    const branch = unitCode === null ? undefined : place.get(unitCode);
    if (branch === undefined || (person.leave !== null && holds(person.leave, askedOn))) return [];
    const chance = Chance.of(SEED, 'asked', request.slug, person.reference);
    const days = daysUntil(chance, branch);
    if (days === null || unitOn(person, addDays(askedOn, days)) !== unitCode) return [];
    const at = startOfLondonDay(addDays(askedOn, days)).getTime() + chance.between(8.5 * 3600, 17.5 * 3600) * 1000;
    const score = chance.pick(SCORES);
    return [{ reference: person.reference, unitCode: unitCode!, slug: request.slug, completedAt: new Date(at), score }];
  });
}

const SCORES = [0.8, 0.9, 0.9, 1, 1];

function unitOn({ postings }: PlannedPerson, day: IsoDate): string | null {
  const posting = postings.find((one) => one.main && holds(one, day));
  return posting?.place.kind === 'unit' ? posting.place.code : null;
}
