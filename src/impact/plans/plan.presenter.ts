import { assignmentPath } from '../../assignments/paths.js';
import { coursePath } from '../../courses/paths.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate, sayMoment, sayNumber } from '../../platform/say.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { impactPath, planPath, plansPath, studyPath } from '../paths.js';
import { WEEKS_AFTER } from '../studies/study-draft.js';
import { dueOf, sayState, sayUntouched, sayWave, stateOf } from './plan-state.js';
import { sayParts, waveName } from './plan-words.js';
import type { DealtAreaRow, StoredPlan, Untouched, WaveRow } from './wave-plans.queries.js';

export interface PlanFacts {
  plan: StoredPlan;
  waves: readonly WaveRow[];
  areas: readonly DealtAreaRow[];
  untouched: Untouched;
  /** Areas that the reader leads. */
  ownAreaIds: readonly number[];
  mayPlan: boolean;
  today: IsoDate;
}

/** A plan in waves: who is when, how far it is, and where its answer will stand. */
export function planPage(facts: PlanFacts) {
  const { plan, areas, untouched } = facts;
  return {
    title: plan.title,
    sub: sayState(plan),
    crumbs: [
      { text: t('Impact'), href: impactPath },
      { text: t('Random waves'), href: plansPath },
      { text: plan.title, href: null },
    ],
    own: ownAreas(facts),
    answer:
      plan.studyId === null
        ? null
        : {
            path: studyPath(plan.studyId),
            text: plan.begun > 0 ? t('See what came of it so far') : t('See its study'),
          },
    waiting: plan.course.published || !isOpen(plan) ? null : t(NO_COURSE),
    waves: wavesTable(facts),
    contaminated: sayUntouched(untouched),
    areas: { ...areasTable(areas), csv: csvPath(planPath(plan.id)) },
    facts: designFacts(plan),
    lot: lotNote(plan, areas),
    stop: facts.mayPlan && isOpen(plan) ? stopForm(plan) : null,
  };
}

const NO_COURSE = msg('Nobody can take the course at the moment, so waves wait. Publish it again, or stop the plan.');

const isOpen = (plan: StoredPlan) => stateOf(plan) === 'planned' || stateOf(plan) === 'running';

/** What a manager wants to know first, as long as the study still looks. */
function ownAreas({ plan, waves, areas, ownAreaIds, today }: PlanFacts): string[] {
  const noOneAsked = plan.stoppedAt !== null && plan.begun === 0;
  if (noOneAsked || today > addDays(plan.lastMonday, 7 * WEEKS_AFTER + 6)) return [];
  const begun = new Set<number | null>(waves.flatMap(({ number, begunAt }) => (begunAt === null ? [] : [number])));
  return areas.filter(({ areaId }) => ownAreaIds.includes(areaId)).map((area) => sayOwnArea(area, plan, begun));
}

/** A wave that was stopped is never asked, so its areas are part of the comparison. */
function sayOwnArea(
  { name, wave, startsOn }: DealtAreaRow,
  { stoppedAt }: StoredPlan,
  begun: ReadonlySet<number | null>,
) {
  if (startsOn === null || (stoppedAt !== null && !begun.has(wave)))
    return t(
      '{area} is in the comparison: please do not assign this course there, so that there is somebody to compare with.',
      { area: name },
    );
  const words = { area: name, wave: waveName(wave).toLocaleLowerCase(), date: sayFullDate(startsOn) };
  return begun.has(wave)
    ? t('{area} is in {wave}, from {date}.', words)
    : t('{area} is in {wave}, from {date}. Please do not assign this course there before.', words);
}

function wavesTable({ plan, waves, areas, mayPlan, today }: PlanFacts) {
  const cell = (text: string, numeric = false, href: string | null = null) => ({ text, numeric, href });
  const left = areas.filter(({ wave }) => wave === null);
  const head = [t('Wave'), t('State'), t('Begins'), t('Due'), t('Areas'), t('Units')];
  const rows = waves.map((wave) => ({
    cells: [
      cell(waveName(wave.number)),
      cell(sayWave(wave, plan, today), false, mayPlan && wave.assignmentId ? assignmentPath(wave.assignmentId) : null),
      cell(sayFullDate(wave.startsOn)),
      cell(sayFullDate(dueOf(wave, plan.daysGiven))),
      cell(sayNumber(wave.areas), true),
      cell(sayNumber(wave.units), true),
    ],
  }));
  const units = left.reduce((sum, area) => sum + area.units, 0);
  const beside = [cell(waveName(null)), cell(t('Stays as it is, to compare with')), cell(t('never')), cell('–')];
  return {
    caption: t('The waves'),
    head: head.map((text, at) => ({ text, numeric: at > 3 })),
    rows: plan.comparison
      ? [...rows, { cells: [...beside, cell(sayNumber(left.length), true), cell(sayNumber(units), true)] }]
      : rows,
  };
}

function areasTable(areas: readonly DealtAreaRow[]) {
  const head = [t('Area'), t('Region'), t('Wave'), t('Begins'), t('Units')];
  const cell = (text: string, numeric = false) => ({ text, numeric, href: null });
  return {
    caption: t('Areas by lot'),
    head: head.map((text, at) => ({ text, numeric: at === 4 })),
    rows: areas.map(({ name, region, wave, startsOn, units }) => ({
      cells: [
        ...[cell(name), cell(region), cell(waveName(wave)), cell(startsOn ? sayFullDate(startsOn) : t('never'))],
        cell(sayNumber(units), true),
      ],
    })),
  };
}

function lotNote({ seed }: StoredPlan, areas: readonly DealtAreaRow[]): string[] {
  return [
    t(
      '{n, plural, one {All areas were dealt evenly as one group.} other {Areas were dealt evenly within each of # groups: those of a region with like scores before. The file names the group of each.}}',
      { n: new Set(areas.map(({ stratum }) => stratum)).size },
    ),
    t('Its seed is {seed}: whoever draws with it gets the same waves.', { seed: String(seed) }),
  ];
}

export function areaColumns(): CsvColumn<DealtAreaRow>[] {
  return [
    { heading: t('Area code'), of: ({ code }) => code },
    { heading: t('Area'), of: ({ name }) => name },
    { heading: t('Region'), of: ({ region }) => region },
    { heading: t('Wave'), of: ({ wave }) => waveName(wave) },
    { heading: t('Begins'), of: ({ startsOn }) => startsOn },
    { heading: t('Units'), of: ({ units }) => units },
    { heading: t('Group'), of: ({ stratum }) => stratum + 1 },
  ];
}

function designFacts(plan: StoredPlan) {
  const fact = (name: string, value: string, href: string | null = null) => ({ name, value, href });
  const by = (moment: Date, name: string | null) =>
    name === null ? sayMoment(moment) : t('{moment}, {name}', { moment: sayMoment(moment), name });
  return [
    fact(t('Course'), plan.course.title, coursePath(plan.course.slug)),
    fact(t('Why'), plan.reason),
    fact(t('Parts'), sayParts(plan)),
    fact(t('Weeks between waves'), sayNumber(plan.weeksBetween)),
    fact(t('Days to finish'), sayNumber(plan.daysGiven)),
    fact(t('Made'), by(plan.madeAt, plan.madeBy)),
    ...(plan.stoppedAt ? [fact(t('Stopped'), by(plan.stoppedAt, plan.stoppedBy))] : []),
  ];
}

function stopForm({ id, waves, begun }: StoredPlan) {
  return {
    path: `${planPath(id)}/stop`,
    text: t('{n, plural, one {Stop the wave that has not begun} other {Stop the # waves that have not begun}}', {
      n: waves - begun,
    }),
    note: t(
      'They never will then, and it cannot be taken back. Who was asked stays asked; the study goes on with the waves that began.',
    ),
  };
}
