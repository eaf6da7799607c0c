import { addDays, londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { METRIC_NAMES } from '../link-choice.js';
import { impactPath, studiesPath, studyPath, studyResultPath } from '../paths.js';
import type { ResultRow, RunUnderWay, StoredResult } from './studies.queries.js';
import { judged } from './judged.js';
import { nextStep } from './next-step.js';
import { presentDesign } from './study-design.presenter.js';
import { presentNext } from './study-next.presenter.js';
import { runState, studyProgress } from './study-progress.js';
import { presentResult } from './study-result.presenter.js';
import { questionOf, sublineOf } from './study-words.js';
import type { Study } from './study.js';

export interface StudyFacts {
  study: Study;
  /** The result that is shown: the latest unless another was asked for; null without one. */
  result: StoredResult | null;
  /** All of them, the latest first. */
  results: readonly ResultRow[];
  running: RunUnderWay | null;
  sameSince: Date | null;
  regions: readonly { id: number; name: string }[];
}

interface Around {
  may: { study: boolean; plan: boolean };
  formToken: string;
  problems: readonly Problem[];
}

/** A study as it was registered and what it found, or how far it is. */
export function studyPage(facts: StudyFacts, { may, formToken, problems }: Around) {
  const { study, result, results } = facts;
  const isLatest = result === null || result.number === results[0]?.number;
  return {
    title: questionOf(study),
    heading: questionOf(study),
    sub: subOf(facts),
    crumbs: crumbsOf(facts, isLatest),
    problems: presentProblems(problems),
    ...(isLatest ? presentRun(facts, may.study) : NO_RUN),
    earlier: isLatest || !result ? null : presentEarlier(study, result),
    result: result && presentResult(study, result),
    next: result && isLatest ? presentNext(nextStep(judged(study, result)), study, may) : null,
    design: presentDesign(facts),
    results: results.length > 1 ? presentResults(facts) : null,
    ...downloads(facts, isLatest),
    again: may.study && isLatest ? presentAgain(facts, formToken) : null,
  };
}

function subOf({ study, result }: StudyFacts): string {
  if (result !== null) return sublineOf(judged(study, result));
  const weeks = { from: sayFullDate(study.weeks.from), to: sayFullDate(addDays(study.weeks.to, 6)) };
  return t('{metric}, {from} to {to}', { metric: t(METRIC_NAMES[study.metric]), ...weeks });
}

function crumbsOf({ study, result }: StudyFacts, isLatest: boolean) {
  const all = [
    { text: t('Impact'), href: impactPath },
    { text: t('Studies'), href: studiesPath },
  ];
  if (isLatest || result === null) return [...all, { text: questionOf(study), href: null }];
  const own = { text: questionOf(study), href: studyPath(study.id) };
  return [...all, own, { text: t('Result {n}', { n: String(result.number) }), href: null }];
}

const NO_RUN = { running: null, failed: null, cutShort: null, never: null };

/** What is going on with it at this moment. */
function presentRun({ study, result, running }: StudyFacts, mayStudy: boolean) {
  const state = runState(running);
  const here = studyPath(study.id);
  return {
    running: state === 'running' && {
      ...{ heading: t('Working it out'), progress: studyProgress(running), here, poll: `${here}/progress` },
      stop: mayStudy ? { path: `${here}/stop`, text: t('Stop') } : null,
    },
    failed: state === 'failed' ? sayFailed(mayStudy) : null,
    cutShort: state === 'cutShort' ? t('It was stopped before it had ended.') : null,
    never: result === null && state !== 'running' && state !== 'failed' ? presentNever(mayStudy) : null,
  };
}

function sayFailed(mayStudy: boolean): string {
  return mayStudy
    ? t(
        'Working it out failed on our side, time after time. An administrator can see why under Jobs, and try it again. Stopping it lets you begin anew.',
      )
    : t('Working it out failed on our side, time after time. The CX team can have it looked at.');
}

const presentNever = (mayStudy: boolean) => ({
  title: t('Not worked out yet'),
  text: mayStudy
    ? t('The study is registered and frozen. Have it worked out when you like: at the foot of this page.')
    : t('The study is registered and frozen. Its answer will stand here once it’s worked out.'),
});

function presentEarlier(study: Study, { number, workedOutAt }: StoredResult) {
  return {
    text: t('Result {n}', { n: String(number) }),
    note: t('Worked out on {date}; there is a later one.', { date: sayFullDate(londonDate(workedOutAt)) }),
    back: { text: t('See the latest'), href: studyPath(study.id) },
  };
}

function presentResults({ study, result, results }: StudyFacts) {
  return results.map(({ number, workedOutAt, closedTo }, at) => ({
    href: at === 0 ? studyPath(study.id) : studyResultPath(study.id, number),
    text: t('Result {n}', { n: String(number) }),
    note: t('worked out on {date}, answers up to {closed}', {
      date: sayFullDate(londonDate(workedOutAt)),
      closed: sayFullDate(addDays(closedTo, 6)),
    }),
    current: number === result?.number,
  }));
}

function downloads({ study, result }: StudyFacts, isLatest: boolean) {
  if (result === null) return { csv: null, note: null };
  const here = isLatest ? studyPath(study.id) : studyResultPath(study.id, result.number);
  return { csv: csvPath(here), note: `${studyResultPath(study.id, result.number)}/method.txt` };
}

/** Null while it is being worked out. */
function presentAgain({ study, result, running }: StudyFacts, formToken: string) {
  if (runState(running) === 'running') return null;
  return {
    path: `${studyPath(study.id)}/runs`,
    formToken,
    text: result ? t('Work it out again') : t('Work it out'),
    note: result
      ? t('On new data it becomes a new result beside this one; on the same data nothing changes.')
      : t('It takes a moment.'),
  };
}
