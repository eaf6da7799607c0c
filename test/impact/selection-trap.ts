/**
 * The trap that every before and after falls into: on a generated network the weakest branches are trained first, by what their
 * customers said in the quarter before, and training does nothing. What the product then says is for the specs to judge.
 */
import { weekCounts } from '../../src/generate/feedback/week-counts.js';
import { layoutOf } from '../../src/generate/network/layout.js';
import { planNetwork } from '../../src/generate/network/network-plan.js';
import { foundedOn, FULL_SIZE, weeksOf } from '../../src/generate/size.js';
import { NO_EFFECTS } from '../../src/generate/truth/effects.js';
import type { StudyPanel } from '../../src/impact/panel/study-panel.js';
import type { Starts } from '../../src/impact/panel/study-panels.service.js';
import type { StudyFindings } from '../../src/impact/studies/findings.js';
import type { Study } from '../../src/impact/studies/study.js';
import { verdictOf } from '../../src/impact/studies/verdict.js';
import { workOut } from '../../src/impact/studies/work-out.js';
import { type MadeUnit, madePanel } from '../support/study-panel.js';

const WEEKS = 78;
const QUARTER = 13;
const TENTH = 0.1;

/** In which weeks the weakest tenth of the branches that are left is trained. */
export const ROUNDS = { once: [40], 'in three rounds': [40, 48, 56] } as const;

/** What the product finds when the weakest are trained first in a network of some 270 branches, and training does nothing. */
export async function trapFor(seed: number, rounds: readonly number[]): Promise<StudyFindings> {
  const size = { ...FULL_SIZE, units: 600, people: 1_500, weeks: WEEKS, seed };
  const { units } = planNetwork({ layout: layoutOf(size.units), ...size, founded: foundedOn(size.until) });
  const mondays = weeksOf(size);
  const weeks = mondays.map((week) => weekCounts({ ...size, units }, week, NO_EFFECTS.ease));
  const branches = units.flatMap(({ kind }, at) => (kind === 'branch' ? [at] : []));
  const starts = weakestFirst(branches, weeks, rounds);
  const made = branches.map((unit): MadeUnit => ({
    weeks: weeks.flatMap(({ responses, easeTop }, week): MadeUnit['weeks'] =>
      responses[unit]! > 0 ? [[week, responses[unit]!, easeTop[unit]!]] : [],
    ),
    start: starts.get(unit) ?? null,
  }));
  return findingsOf(madePanel(made, WEEKS), { from: mondays[0]!, to: mondays.at(-1)! }, seed);
}

type Week = ReturnType<typeof weekCounts>;

/** The place of the first week with the training, by unit. */
function weakestFirst(branches: readonly number[], weeks: readonly Week[], rounds: readonly number[]) {
  const starts = new Map<number, number>();
  for (const start of rounds) {
    const quarter = weeks.slice(start - QUARTER, start);
    const total = (unit: number, of: 'responses' | 'easeTop') =>
      quarter.reduce((sum, week) => sum + week[of][unit]!, 0);
    const score = (unit: number) => total(unit, 'easeTop') / total(unit, 'responses');
    const left = branches.filter((unit) => !starts.has(unit) && total(unit, 'responses') > 0);
    left.sort((a, b) => score(a) - score(b));
    for (const unit of left.slice(0, Math.round(TENTH * branches.length))) starts.set(unit, start);
  }
  return starts;
}

function findingsOf(primary: StudyPanel, weeks: Study['weeks'], id: number): Promise<StudyFindings> {
  const study: Study = {
    ...{ id, title: 'The weakest first', campaign: null, courses: [], registeredBy: null, registeredAt: new Date(0) },
    ...{ courseIds: [1], metric: 'ease', threshold: 0.8, weighting: 'answers', clusterLevel: 'unit', wavePlanId: null },
    ...{ kinds: ['branch'], regionIds: null, weeks },
  };
  const starts: Starts = { of: () => null, dealt: () => undefined, places: () => [] };
  const unrated = madePanel([], WEEKS);
  const step = () => Promise.resolve();
  return workOut({ study, primary, starts, driver: () => Promise.resolve(unrated), step });
}

/** Of so many networks, in how many the product says that training moved scores: an effect whose interval leaves zero out. */
export async function fooled(seeds: number, rounds: readonly number[]): Promise<number[]> {
  const by: number[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { kind } = verdictOf(await trapFor(seed, rounds));
    if (kind === 'clear' || kind === 'association') by.push(seed);
  }
  return by;
}
