import { responsesPath } from '../../feedback/paths.js';
import { newAssignmentPath } from '../../assignments/paths.js';
import { weeksUpTo } from '../../feedback/metrics/period.js';
import { answersOf } from '../../feedback/metrics/score.js';
import { areaPath, unitPath } from '../../network/paths.js';
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { count, sayFullDate, sayNumber, sayPercent, sayScore, saySigned, sayTime } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { assignedFact, fact } from '../fact-strip.presenter.js';
import { driverToWorkOn, isSlipping } from '../branch-standing.js';
import { unitActionsPath } from '../paths.js';
import { inTheirWords } from '../in-their-words.js';
import { courseFor } from '../recommended-course.js';
import { sayInterval } from '../say-change.js';
import { comparisonBox } from './comparison.presenter.js';
import { allSoFarRows, commentRows, driverRows, emotionRows } from './customers.presenter.js';
import { teamTable } from './team.presenter.js';
import { easeTrend } from './trend.presenter.js';
import type { UnitActionForm } from './unit-action.forms.js';
import type { UnitFacts } from './unit-facts.js';

const COMMENTS_SHOWN = 6;
const BOXES_SHOWN = 3;

export interface UnitAbilities {
  assign: boolean;
  record: boolean;
  area: boolean;
  responses: boolean;
}

/** What the form of a change holds when it is shown. */
export interface ActionDraft {
  token: string;
  value: Pick<UnitActionForm, 'happenedOn' | 'words'>;
  problems: readonly Problem[];
}

/** The page of a unit as it is printed. */
export function unitPage(facts: UnitFacts, abilities: UnitAbilities, draft: ActionDraft) {
  const { unit, standing } = facts;
  const problems = presentProblems(draft.problems);
  const path = responsesPath(unit.code, weeksUpTo(facts.lastWeek, standing.period));
  return {
    title: unit.name,
    sub: `${unit.code}, ${unit.areaName}`,
    back: abilities.area ? { text: unit.areaName, href: areaPath(unit.areaCode) } : null,
    action: abilities.assign ? { text: 'Assign training', path: newAssignmentPath({ units: [unit.code] }) } : null,
    problems,
    card: needsAttention(facts, abilities),
    facts: factStrip(facts),
    trend: easeTrend(facts),
    drivers: driverRows(standing.counts),
    driversNote: `Over the last ${standing.period} weeks. Each driver has its own number of answers.`,
    emotion: emotionRows(standing.emotion),
    responses: {
      text: `${count(standing.counts.responses, 'response', 'responses')} in the last ${standing.period} weeks`,
      path: abilities.responses ? path : null,
    },
    allSoFar: allSoFarRows(facts.allSoFar),
    noScores: !standing.ease && !standing.emotion,
    comments: commentRows(facts.comments.slice(0, COMMENTS_SHOWN)),
    commentsPath: abilities.responses ? responsesPath(unit.code) : null,
    boxes: facts.comparisons.slice(0, BOXES_SHOWN).map(comparisonBox),
    actions: facts.actions.map(({ happenedOn, words, recordedBy }) => ({
      words,
      about: `${sayFullDate(happenedOn)}, recorded by ${recordedBy}`,
    })),
    form: abilities.record ? { path: unitActionsPath(unit.code), token: draft.token, ...draft.value } : null,
    errors: { happenedOn: problems?.by.happenedOn ?? null, words: problems?.by.words ?? null },
    team: facts.team ? { empty: facts.team.length === 0, table: teamTable(facts.team, unit.name) } : null,
    checked: checkedWords(facts),
    self: unitPath(unit.code),
  };
}

/** What stands first when customers' scores clearly fell or one driver is clearly weakest. */
function needsAttention({ unit, standing, courses, comments, lastWeek }: UnitFacts, abilities: UnitAbilities) {
  const driver = driverToWorkOn(standing);
  const { change } = standing;
  if (!driver && !isSlipping(standing)) return null;
  const what = driver ? DRIVER_NAMES[driver] : 'Ease';
  const course = courseFor(driver, courses);
  return {
    id: 'do-attention',
    title: isSlipping(standing) ? `${what} is slipping` : `${what} is the weak spot`,
    text:
      change && isSlipping(standing)
        ? `Ease is ${sayScore(-change.value)} points lower in the last four weeks than in the 13 before (95% interval ${saySigned(change.low)} to ${saySigned(change.high)}). ${inTheirWords(comments, lastWeek) ?? ''}`.trim()
        : 'It is clearly below the other five drivers over the last year.',
    driver,
    icon: 'warn',
    action:
      abilities.assign && course
        ? { text: `Assign ‘${course.title}’`, path: newAssignmentPath({ units: [unit.code], course: course.slug }) }
        : null,
  };
}

function factStrip({ standing, assigned, courseCompletion }: UnitFacts) {
  const { ease, emotion, period } = standing;
  const done = courseCompletion.reduce((sum, course) => sum + course.done, 0);
  const inPost = courseCompletion[0]?.inPost ?? 0;
  const possible = courseCompletion.reduce((sum, course) => sum + course.inPost, 0);
  return [
    assignedFact(assigned),
    fact(
      'Course completion',
      possible === 0 ? '–' : sayPercent(done / possible),
      inPost === 0
        ? 'Nobody is in post here'
        : `Of ${count(courseCompletion.length, 'course', 'courses')} for ${count(inPost, 'colleague', 'colleagues')} in post`,
    ),
    fact(
      'Ease score',
      ease ? sayScore(ease.value) : '–',
      ease
        ? `${sayInterval(ease)} on ${count(ease.n, 'answer', 'answers')}, ${period} weeks. Mean ${sayNumber(ease.mean, 1)} of 5`
        : tooFew(standing.counts.ease.n),
    ),
    fact(
      'Net emotion',
      emotion ? saySigned(emotion.net.value, 0) : '–',
      emotion
        ? `${saySigned(emotion.net.low, 0)} to ${saySigned(emotion.net.high, 0)} on ${count(emotion.n, 'answer', 'answers')}`
        : tooFew(answersOf(standing.counts.emotion)),
    ),
  ];
}

const tooFew = (n: number) => `Too few yet: ${count(n, 'answer', 'answers')} in a year`;

function checkedWords({ selfCheck }: UnitFacts): string | null {
  if (!selfCheck) return null;
  const found =
    selfCheck.differences === 0 ? 'no difference' : count(selfCheck.differences, 'difference', 'differences');
  return `Figures checked ${sayTime(new Date(selfCheck.checkedAt))}: ${count(selfCheck.cells, 'unit week', 'unit weeks')} counted again from single answers, ${found}.`;
}
