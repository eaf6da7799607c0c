import { importFact, presentRunning, problemsTable, sayOfAll } from '../../../platform/files/import-page.presenter.js';
import type { Ahead } from '../../../platform/files/import-progress.presenter.js';
import { toneOf } from '../../../platform/files/import-tone.js';
import { t } from '../../../platform/language/t.js';
import { sayMoment } from '../../../platform/say.js';
import { type Problem, presentProblems } from '../../../platform/web/form.js';
import { saySize } from '../../../platform/web/upload-refused.js';
import { type Metric, nameOf } from '../metric.js';
import { metricPath, valueFilePath, valueMappingPath } from '../paths.js';
import type { ValueResult } from './value-import.service.js';
import type { ValueTrial, ValueUpload } from './value-uploads.service.js';

interface Around {
  metric: Metric;
  ahead: Ahead;
  mayManage: boolean;
  problems: readonly Problem[];
}

/** One file of values on its way: under way, looked at, or done with. */
export function valueFilePage(upload: ValueUpload, { metric, ahead, mayManage, problems }: Around) {
  const here = valueFilePath(upload.id);
  const found = upload.state === 'taken' || upload.state === 'undone' ? upload.result : upload.trial;
  const values = { number: nameOf(metric), size: saySize(upload.bytes), moment: sayMoment(upload.receivedAt) };
  return {
    title: upload.fileName,
    sub: t('{number}, {size}. {moment}.', values),
    back: { text: t('Back to {name}', { name: nameOf(metric) }), href: metricPath(metric.key) },
    problems: presentProblems(problems),
    state: sayState(upload),
    tone: toneOf(upload.state),
    running: presentRunning(upload, here, mayManage, ahead),
    trouble: upload.trouble,
    note: upload.state === 'stopped' ? sayGoesOn() : null,
    counts: found && countsOf(found),
    rejected: found && found.rejected > 0 ? presentRejected(upload, found, `${here}/rejects`) : null,
    ...(mayManage ? actsOf(upload, here) : { take: null, again: null, drop: null, mapping: null }),
  };
}

function sayState({ state, result }: ValueUpload): string {
  if (state === 'received') return t('Waits for its columns to be named');
  if (state === 'looking') return t('Being looked at');
  if (state === 'looked') return t('Looked at; nothing is imported yet');
  if (state === 'taking') return t('Being imported');
  if (state === 'taken') return (result?.rejected ?? 0) > 0 ? t('Done, with rejected values') : t('Done');
  if (state === 'undone') return t('Taken back');
  if (state === 'failed') return t('Could not be imported');
  return state === 'stopped' ? t('Stopped') : t('Thrown away, or left for a day');
}

const sayGoesOn = () =>
  t('What had landed by then stays. Looked at and taken over again, the file goes on from there.');

function countsOf(result: ValueResult) {
  return [
    importFact(t('Values read'), result.read),
    importFact(t('New'), result.new),
    importFact(t('Changed'), result.changed),
    importFact(t('Unchanged'), result.unchanged),
    importFact(t('Rejected'), result.rejected),
  ];
}

function presentRejected({ state }: ValueUpload, found: ValueResult, download: string) {
  const problems = state === 'taken' || state === 'undone' ? [] : ((found as ValueTrial).problems ?? []);
  return {
    heading: t('{n, plural, one {# value is rejected} other {# values are rejected}}', { n: found.rejected }),
    table: problemsTable(t('The first rejected values'), problems),
    more: sayOfAll(problems.length, found.rejected),
    download,
  };
}

const MAY_LOOK: readonly string[] = ['looked', 'failed', 'stopped'];
const MAY_DROP: readonly string[] = ['received', ...MAY_LOOK];

function actsOf({ id, state, trial, deletedAt, options }: ValueUpload, here: string) {
  const lies = deletedAt === null;
  const some = trial !== null && trial.read > trial.rejected;
  return {
    take: state === 'looked' && some ? { path: `${here}/takings`, nothingNew: trial.new + trial.changed === 0 } : null,
    again: MAY_LOOK.includes(state) && lies && 'mapping' in options ? `${here}/looks` : null,
    drop: MAY_DROP.includes(state) ? `${here}/drop` : null,
    mapping: MAY_DROP.includes(state) && lies ? valueMappingPath(id) : null,
  };
}
