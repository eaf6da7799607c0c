import { assignmentPath } from '../../assignments/paths.js';
import { coursePath } from '../../courses/paths.js';
import type { IsoDate } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate, sayMoment, sayNumber } from '../../platform/say.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { impactPath, planPath, plansPath, studyPath } from '../paths.js';
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
    answer: plan.studyId === null ? null : { path: studyPath(plan.studyId), text: t('See what came of it so far') },
    waiting: plan.course.published || !isOpen(plan) ? null : t(NO_COURSE),
    waves: wavesTable(facts),
    contaminated: sayUntouched(untouched),
    areas: { ...areasTable(areas), csv: csvPath(planPath(plan.id)) },
    facts: designFacts(plan),
    seed: String(plan.seed),
    stop: facts.mayPlan && isOpen(plan) ? stopForm(plan) : null,
  };
}

const NO_COURSE = msg('Nobody can take the course at the moment, so waves wait. Publish it again, or stop the plan.');

const isOpen = (plan: StoredPlan) => stateOf(plan) === 'planned' || stateOf(plan) === 'running';

/** What a manager wants to know first. */
function ownAreas({ areas, ownAreaIds }: PlanFacts): string[] {
  return areas
    .filter(({ areaId }) => ownAreaIds.includes(areaId))
    .map(({ name, wave, startsOn }) =>
      startsOn === null
        ? t(
            '{area} is in the comparison: please do not assign this course there, so that there is somebody to compare with.',
            {
              area: name,
            },
          )
        : t('{area} is in {wave}, from {date}. Please do not assign this course there before.', {
            ...{ area: name, wave: waveName(wave).toLocaleLowerCase(), date: sayFullDate(startsOn) },
          }),
    );
}

function wavesTable({ plan, waves, areas, mayPlan, today }: PlanFacts) {
  const cell = (text: string, numeric = false, href: string | null = null) => ({ text, numeric, href });
  const left = areas.filter(({ wave }) => wave === null);
  const head = [t('Wave'), t('Begins'), t('Due'), t('Areas'), t('Units'), t('State')];
  const rows = waves.map((wave) => ({
    cells: [
      cell(waveName(wave.number)),
      cell(sayFullDate(wave.startsOn)),
      cell(sayFullDate(dueOf(wave.startsOn, plan.daysGiven))),
      cell(sayNumber(wave.areas), true),
      cell(sayNumber(wave.units), true),
      cell(sayWave(wave, plan, today), false, mayPlan && wave.assignmentId ? assignmentPath(wave.assignmentId) : null),
    ],
  }));
  const units = left.reduce((sum, area) => sum + area.units, 0);
  const beside = [cell(waveName(null)), cell(t('never')), cell('–'), cell(sayNumber(left.length), true)];
  return {
    caption: t('The waves'),
    head: head.map((text, at) => ({ text, numeric: at === 3 || at === 4 })),
    rows: plan.comparison
      ? [...rows, { cells: [...beside, cell(sayNumber(units), true), cell(t('Is compared with'))] }]
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

export function areaColumns(): CsvColumn<DealtAreaRow>[] {
  return [
    { heading: t('Area code'), of: ({ code }) => code },
    { heading: t('Area'), of: ({ name }) => name },
    { heading: t('Region'), of: ({ region }) => region },
    { heading: t('Wave'), of: ({ wave }) => waveName(wave) },
    { heading: t('Begins'), of: ({ startsOn }) => startsOn },
    { heading: t('Units'), of: ({ units }) => units },
    { heading: t('Stratum'), of: ({ stratum }) => stratum },
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
