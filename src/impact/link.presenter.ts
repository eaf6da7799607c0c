import type { Actor } from '../platform/actor.js';
import type { IsoDate } from '../platform/dates.js';
import { addDays } from '../platform/dates.js';
import { type Driver, DRIVER_NAMES, DRIVERS, isDriver } from '../platform/drivers.js';
import { unitPath } from '../network/paths.js';
import { msg, t } from '../platform/language/t.js';
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
    title: t('{training} against {metric}', { training: trainingName(facts), metric: metricPhrase(choice.metric) }),
    heading: t('Completion against scores'),
    sub: t('{training}, and what customers say afterwards, unit by unit.', { training: trainingName(facts) }),
    crumbs: [
      { text: t('Impact'), href: impactPath },
      { text: t('Completion against scores'), href: null },
    ],
    form: formOf(facts),
    grade: t(GRADE),
    caution: t(CAUTION),
    now: levels(facts),
    changes: changes(facts),
    grouping: wholeNetwork ? null : t(GROUPING),
    own: wholeNetwork ? null : ownUnits(units),
    care: CARE.map((sentence) => t(sentence)),
    until: sayDate(addDays(window.now.to, 6), today),
  };
}

const GROUPING = msg('Your own units are drawn one by one; the others in groups of five or more, without names.');

const CARE = [
  CAUTION,
  msg('Nobody chose by lot who trained first, so the two groups may have differed all along.'),
  msg('The second picture looks at change only. It is the fairer one, and the noisier one.'),
  msg('A link across branches does not say what one branch will gain.'),
];

/** Units as they stand: completion before the window, score in it. */
function levels({ actor, choice, units, window, today }: LinkFacts) {
  const values = { date: sayDate(window.completedBy, today), metric: metricName(choice), weeks: choice.weeks };
  return view(linkNow(units), choice, {
    id: 'levels',
    changes: false,
    wholeNetwork: actor.reach.network,
    sub: t(
      '{weeks, plural, other {Completion at the end of {date}; {metric} in the # closed weeks after it. Larger points have more answers.}}',
      values,
    ),
    xLabel: t('Completion'),
    yLabel: scoreLabel(choice),
  });
}

/** The same units against themselves, one window earlier. */
function changes({ actor, choice, units, window, today }: LinkFacts) {
  const metric = metricName(choice);
  const dates = { date: sayDate(window.completedBy, today), earlier: sayDate(window.completedByBefore, today) };
  return view(linkOfChanges(units), choice, {
    id: 'changes',
    changes: true,
    wholeNetwork: actor.reach.network,
    sub: t(
      '{weeks, plural, other {Completion at the end of {date} less that of {earlier}; {metric} in the # weeks after the one day less that after the other.}}',
      { ...dates, metric, weeks: choice.weeks },
    ),
    xLabel: t('Change in completion, points'),
    yLabel: t('Change in {metric}, points', { metric }),
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
  return metric === 'netEmotion'
    ? t('Net emotion, points')
    : t('{metric}, 4 or 5 of 5, points', { metric: t(METRIC_NAMES[metric]) });
}

function trainingName({ choice, courses }: LinkFacts): string {
  const { training } = choice;
  if (training === 'all') return t('All courses');
  if (isDriver(training)) return driverCourses(training);
  return courses.find((course) => course.slug === training)?.title ?? t('All courses');
}

function driverCourses(driver: Driver): string {
  return t('{driver} courses', { driver: t(DRIVER_NAMES[driver]) });
}

/** In the middle of a sentence. */
function metricName({ metric }: LinkChoice): string {
  return t(METRIC_NAMES[metric]).toLowerCase();
}

function formOf({ choice, courses }: LinkFacts) {
  const option = (value: string, text: string, chosen: string) => ({ value, text, selected: value === chosen });
  const trainings = [
    option('all', t('All courses'), choice.training),
    ...DRIVERS.map((driver) => option(driver, driverCourses(driver), choice.training)),
    ...courses.map((course) => option(course.slug, course.title, choice.training)),
  ];
  return {
    action: linkPath,
    metrics: METRICS.map((metric) => option(metric, t(METRIC_NAMES[metric]), choice.metric)),
    trainings,
    weeks: [...WINDOWS]
      .sort((a, b) => a - b)
      .map((weeks) => option(String(weeks), t('{n, plural, other {# weeks}}', { n: weeks }), String(choice.weeks))),
  };
}

/** The reader's own units with a score, the least completed first: names only in reach. */
function ownUnits(units: readonly UnitFacts[]) {
  const own = linkNow(units.filter((unit) => unit.name !== null)).points.sort((a, b) => a.x - b.x);
  return {
    caption: t('Completion and score of your units'),
    head: [t('Unit'), t('Completion'), t('Score'), t('Answers')].map((text, at) => ({ text, numeric: at > 0 })),
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
