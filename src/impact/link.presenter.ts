import type { Actor } from '../platform/actor.js';
import type { IsoDate } from '../platform/dates.js';
import { addDays } from '../platform/dates.js';
import { DRIVER_NAMES, DRIVERS, isDriver } from '../platform/drivers.js';
import { unitPath } from '../network/paths.js';
import { sayDate, sayNumber, sayPercent, sayScore } from '../platform/say.js';
import { type Link, linkNow, linkOfChanges, type UnitFacts } from './link.js';
import { type CourseToLink, type LinkChoice, METRIC_NAMES, metricPhrase, METRICS, WINDOWS } from './link-choice.js';
import { linkChart } from './link-chart.js';
import type { LinkWindow } from './link-window.js';
import { basisSentence, CAUTION, correlationSentence, GRADE, linkSentence, slopeFigure } from './link-words.js';
import { impactPath, linkPath } from './paths.js';

interface LinkFacts {
  actor: Actor;
  choice: LinkChoice;
  courses: CourseToLink[];
  units: UnitFacts[];
  window: LinkWindow;
  today: IsoDate;
}

export function presentLink(facts: LinkFacts) {
  const { actor, choice, units, window, today } = facts;
  const wholeNetwork = actor.reach.network;
  return {
    title: `${trainingName(facts)} against ${metricPhrase(choice.metric)}`,
    heading: 'Completion against scores',
    sub: `${trainingName(facts)}, and what customers say afterwards, unit by unit.`,
    crumbs: [
      { text: 'Impact', href: impactPath },
      { text: 'Completion against scores', href: null },
    ],
    form: formOf(facts),
    grade: GRADE,
    caution: CAUTION,
    now: levels(facts),
    changes: changes(facts),
    grouping: wholeNetwork ? null : GROUPING,
    own: wholeNetwork ? null : ownUnits(units),
    care: CARE,
    until: sayDate(addDays(window.now.to, 6), today),
  };
}

const GROUPING = 'Your own units are drawn one by one; the others in groups of five or more, without names.';

const CARE = [
  CAUTION,
  'Nobody chose by lot who trained first, so the two groups may have differed all along.',
  'The second picture looks at change only. It is the fairer one, and the noisier one.',
  'A link across branches does not say what one branch will gain.',
];

/** Units as they stand: completion before the window, score in it. */
function levels({ actor, choice, units, window, today }: LinkFacts) {
  const metric = METRIC_NAMES[choice.metric].toLowerCase();
  const when = `Completion at the end of ${sayDate(window.completedBy, today)}; ${metric} in the ${choice.weeks} closed weeks after it.`;
  return view(linkNow(units), choice, {
    id: 'levels',
    changes: false,
    wholeNetwork: actor.reach.network,
    sub: `${when} Larger points have more answers.`,
    xLabel: 'Completion',
    yLabel: scoreLabel(choice),
  });
}

/** The same units against themselves, one window earlier. */
function changes({ actor, choice, units, window, today }: LinkFacts) {
  const metric = METRIC_NAMES[choice.metric].toLowerCase();
  const completion = `Completion at the end of ${sayDate(window.completedBy, today)} less that of ${sayDate(window.completedByBefore, today)}`;
  return view(linkOfChanges(units), choice, {
    id: 'changes',
    changes: true,
    wholeNetwork: actor.reach.network,
    sub: `${completion}; ${metric} in the ${choice.weeks} weeks after the one day less that after the other.`,
    xLabel: 'Change in completion, points',
    yLabel: `Change in ${metric}, points`,
  });
}

type Chart = Omit<Parameters<typeof linkChart>[0], 'link' | 'caption'>;

function view(link: Link, { metric }: LinkChoice, chart: Chart) {
  const sentence = linkSentence(link, { metric: metricPhrase(metric), changes: chart.changes });
  return {
    number: slopeFigure(link) ?? '–',
    sentence,
    correlation: correlationSentence(link),
    basis: basisSentence(link),
    enough: link.enough,
    chart: link.enough ? linkChart({ link, caption: sentence, ...chart }) : null,
  };
}

function scoreLabel({ metric }: LinkChoice): string {
  return metric === 'netEmotion' ? 'Net emotion, points' : `${METRIC_NAMES[metric]}, 4 or 5 of 5, points`;
}

function trainingName({ choice, courses }: LinkFacts): string {
  const { training } = choice;
  if (training === 'all') return 'All courses';
  if (isDriver(training)) return `${DRIVER_NAMES[training]} courses`;
  return courses.find((course) => course.slug === training)?.title ?? 'All courses';
}

function formOf({ choice, courses }: LinkFacts) {
  const option = (value: string, text: string, chosen: string) => ({ value, text, selected: value === chosen });
  const trainings = [
    option('all', 'All courses', choice.training),
    ...DRIVERS.map((driver) => option(driver, `${DRIVER_NAMES[driver]} courses`, choice.training)),
    ...courses.map((course) => option(course.slug, course.title, choice.training)),
  ];
  return {
    action: linkPath,
    metrics: METRICS.map((metric) => option(metric, METRIC_NAMES[metric], choice.metric)),
    trainings,
    weeks: [...WINDOWS]
      .sort((a, b) => a - b)
      .map((weeks) => option(String(weeks), `${weeks} weeks`, String(choice.weeks))),
  };
}

/** The reader's own units with a score, the least completed first: names only in reach. */
function ownUnits(units: readonly UnitFacts[]) {
  const own = linkNow(units.filter((unit) => unit.name !== null)).points.sort((a, b) => a.x - b.x);
  return {
    caption: 'Completion and score of your units',
    head: ['Unit', 'Completion', 'Score', 'Answers'].map((text, at) => ({ text, numeric: at > 0 })),
    rows: own.map(({ name, code, x, y, answers }) => ({
      cells: [
        { text: name ?? '', href: code && unitPath(code), numeric: false },
        { text: sayPercent(x / 100), href: null, numeric: true },
        { text: sayScore(y), href: null, numeric: true },
        { text: sayNumber(answers), href: null, numeric: true },
      ],
    })),
  };
}
