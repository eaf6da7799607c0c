import { newAssignmentPath } from '../../assignments/paths.js';
import type { CourseCard } from '../../courses/course-version.js';
import type { ComparedTally, ComparedUnit } from '../../feedback/standings/compared.queries.js';
import { MEASURE_NAMES, MEASURES } from '../../feedback/standings/measures.js';
import { unitPath } from '../../network/paths.js';
import { DRIVERS } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber, sayScore } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { paginate, sayShowing } from '../../platform/web/list-pages.js';
import { courseFor } from '../recommended-course.js';
import { type CompareFacts, outsidePage } from './compare-facts.service.js';
import { funnelFigure, sayExpected } from './funnel-figure.js';
import { type CompareAddress, type CompareChoice, comparePath } from './paths.js';
import { KIND_WORDS, ownScore, sayPlace, sayWithRange } from './say-compared.js';

export interface ComparePlace extends CompareAddress {
  name: string;
  /** The dashboard of the place. */
  path: string;
  mayAssign: boolean;
}

type Compared = NonNullable<CompareFacts['compared']>;

/** Units held against each other, as they are printed. */
export function comparePage({ choice, kinds, compared }: CompareFacts, place: ComparePlace) {
  const words = KIND_WORDS[choice.kind];
  return {
    title: t(words.title),
    sub: compared
      ? t('{place}, to the week of {day}', { place: place.name, day: sayFullDate(compared.week) })
      : place.name,
    back: { text: t('Back to {name}', { name: place.name }), href: place.path },
    form: choiceForm(choice, kinds, place),
    why: [sayChance(choice), sayFair(choice), sayClearly(choice)],
    found: compared && { ...found(compared, choice, place), method: sayMethod(choice) },
    none: compared ? null : sayNone(choice),
  };
}

function found(compared: Compared, choice: CompareChoice, place: ComparePlace) {
  const { tally, outside, courses, scored } = compared;
  const total = tally.low + tally.high;
  const at = outsidePage(choice.page, total);
  const finding = sayFinding(tally, scored, choice);
  return {
    expected: sayModel(compared, choice),
    figure: scored === 0 ? null : funnelFigure(compared, finding),
    empty: scored === 0 ? t('Nobody here has enough answers for a score yet.') : null,
    tooFew: tally.tooFew > 0 ? sayTooFew(tally.tooFew, choice) : null,
    csv: csvPath(comparePath(place, { ...choice, page: 1 })),
    list:
      total === 0
        ? null
        : {
            caption: t('Clearly below and clearly above, the farthest first'),
            head: HEADS().map((text, column) => ({ text, numeric: column > 0 && column < 5 })),
            rows: outside.map((unit) => ({ cells: cellsOf(unit, compared, courses, place.mayAssign) })),
          },
    showing: sayShowing(at),
    pagination: paginate(at, (page) => comparePath(place, { ...choice, page })),
  };
}

const HEADS = () => [
  t('Name'),
  t('Answers'),
  t('Own score'),
  t('Expected range'),
  t('Fair score'),
  t('Where'),
  t('What to do'),
];

function cellsOf(unit: ComparedUnit, { model }: Compared, courses: readonly CourseCard[], mayAssign: boolean) {
  const number = (text: string) => ({ text, href: null, numeric: true });
  return [
    { text: t('{name}, {area}', { name: unit.name, area: unit.area }), href: unitPath(unit.code), numeric: false },
    number(sayAnswers(unit)),
    number(sayWithRange(ownScore(unit))),
    number(sayExpected(model.funnel, unit.n)),
    number(sayWithRange(unit)),
    { text: sayPlace(unit.z), href: null, numeric: false },
    { ...whatToDo(unit, courses, mayAssign), numeric: false },
  ];
}

function whatToDo(unit: ComparedUnit, courses: readonly CourseCard[], mayAssign: boolean) {
  if (unit.z > 0)
    return { text: t('Ask {name} what they do differently', { name: unit.name }), href: unitPath(unit.code) };
  const course = mayAssign ? courseFor(unit.workOn ?? unit.weakest, courses) : null;
  if (course === null)
    return { text: t('Read what customers of {name} say', { name: unit.name }), href: unitPath(unit.code) };
  return {
    text: t('Assign ‘{course}’ at {name}', { course: course.title, name: unit.name }),
    href: newAssignmentPath({ units: [unit.code], course: course.slug }),
  };
}

const sayAnswers = ({ n, weeks }: ComparedUnit) =>
  t('{answers} in {weeks, plural, one {# week} other {# weeks}}', { answers: sayNumber(n), weeks });

function choiceForm({ kind, measure }: CompareChoice, kinds: CompareFacts['kinds'], place: ComparePlace) {
  const offered = kinds.includes(kind) ? kinds : [kind, ...kinds];
  return {
    path: comparePath(place),
    measures: MEASURES.map((one) => ({ value: one, text: t(MEASURE_NAMES[one]), selected: one === measure })),
    kinds: offered.map((one) => ({ value: one, text: t(KIND_WORDS[one].many), selected: one === kind })),
  };
}

/** 'branch' or something else, for sentences that name the kind. */
const kindOf = ({ kind }: CompareChoice) => ({ kind: kind === 'branch' ? 'branch' : 'unit' });

const sayChance = (choice: CompareChoice) =>
  t(
    'A {kind, select, branch {branch} other {unit}} with few answers swings by chance: 9 happy customers of 10 may be luck, 900 of 1,000 are not.',
    kindOf(choice),
  );

const sayFair = (choice: CompareChoice) =>
  t(
    'So beside its own score each {kind, select, branch {branch} other {unit}} has a fair one, drawn towards what is usual around it, the more so the fewer its answers: put {kind, select, branch {branches} other {units}} in order by that and never by their own scores.',
    kindOf(choice),
  );

const sayClearly = (choice: CompareChoice) =>
  t(
    '“Clearly” means outside of the wider funnel, further off than chance and the usual differences between {kind, select, branch {branches} other {units}} reach in 998 of 1,000; inside of it there is no reason to praise or to blame.',
    kindOf(choice),
  );

function sayFinding({ low, high }: ComparedTally, scored: number, choice: CompareChoice): string {
  if (low + high === 0)
    return t('{n, plural, one {The one} other {All #}} with a score lie within what chance explains', { n: scored });
  return t(
    '{low, plural, =0 {None is} one {# is} other {# are}} clearly below and {high, plural, =0 {none} other {#}} clearly above, of {scored} {kind, select, branch {branches} other {units}} with a score',
    { low, high, scored: sayNumber(scored), ...kindOf(choice) },
  );
}

/** What is expected and from whom, and how many lie outside by chance alone: two in a thousand. */
function sayModel({ model, scored }: Compared, choice: CompareChoice): string {
  return t(
    'Expected: {centre} of 100, from {units} {kind, select, branch {branches} other {units}} of the whole network with {answers} answers. Of {scored} here, chance alone would put about {chance} outside of the wider funnel.',
    {
      centre: sayScore(100 * model.funnel.centre),
      units: sayNumber(model.units),
      answers: sayNumber(model.answers),
      scored: sayNumber(scored),
      chance: scored < 250 ? t('none') : sayNumber(scored * 0.002),
      ...kindOf(choice),
    },
  );
}

const sayTooFew = (n: number, choice: CompareChoice) =>
  t(
    '{n, plural, one {# more has} other {# more have}} fewer than ten answers and {n, plural, one {is} other {are}} not compared.',
    { n, ...kindOf(choice) },
  );

const sayNone = (choice: CompareChoice) =>
  t(
    'Nothing to compare yet: it takes ten {kind, select, branch {branches} other {units}} with answers in the whole network, and a closed week. After an import it takes a few minutes.',
    kindOf(choice),
  );

/** A driver is told over a year, ease over as many weeks as it needs. */
function sayMethod({ measure }: CompareChoice): string {
  const weeks = DRIVERS.some((driver) => driver === measure)
    ? t('Answers of 4 or 5, in points out of 100, over a year.')
    : t('Answers of 4 or 5, in points out of 100, each over as many weeks as it takes to reach 30 answers.');
  return t(
    '{weeks} Ranges after a score are 95% intervals. Fair scores: beta-binomial empirical Bayes towards the mean of the area or, in an area with fewer than ten such units or 300 answers, of the whole network. Funnel: Spiegelhalter’s, with allowance for the differences between units.',
    { weeks },
  );
}
