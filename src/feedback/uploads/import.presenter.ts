import { isUnderWay } from '../../platform/files/import-state.js';
import { toneOf } from '../../platform/files/import-tone.js';
import { importFact, presentRunning, problemsTable, sayOfAll } from '../../platform/files/import-page.presenter.js';
import type { Ahead } from '../../platform/files/import-progress.presenter.js';
import { t } from '../../platform/language/t.js';
import { sayList, sayMoment, sayNumber } from '../../platform/say.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { saySize } from '../../platform/web/upload-refused.js';
import { sayMerged } from '../imports/merged-answers.js';
import type { ImportResult } from '../imports/tally.js';
import { EMOTION_NAMES, EMOTIONS } from '../../platform/emotions.js';
import { importPath, importsPath, mappingPath, pastImportPath, sourcePath } from '../paths.js';
import type { SourceRow } from '../sources/sources.queries.js';
import { ENCODING_NAMES } from '../sources/text-encoding.js';
import { sayUploadState } from './say-upload.js';
import type { SurveyOptions, SurveyTrial, SurveyUpload, UnknownText } from './survey-uploads.service.js';

interface Around {
  source: SourceRow | null;
  ahead: Ahead;
  mayImport: boolean;
  /** Its number in the history, once lines of it have landed. */
  pastId: number | null;
  problems: readonly Problem[];
}

/** One file of answers on its way: under way, looked at, or done with. */
export function importPage(upload: SurveyUpload, { source, ahead, mayImport, pastId, problems }: Around) {
  const here = importPath(upload.id);
  const { sourceName = '' } = upload.options as SurveyOptions;
  return {
    title: upload.fileName,
    sub: sayWhence(upload, source?.name ?? sourceName),
    back: { text: t('Back to imports of customer feedback'), href: importsPath },
    problems: presentProblems(problems),
    state: sayUploadState(upload),
    tone: toneOf(upload.state),
    running: presentRunning(upload, here, mayImport, ahead),
    trouble: upload.trouble,
    note: sayNote(upload),
    source: source && { name: source.name, path: sourcePath(source.id) },
    ...presentFound(upload.state === 'taken' ? upload.result : upload.trial),
    rejected: presentRejected(upload, `${here}/rejects`),
    undo: pastId === null ? null : presentUndo(upload, pastId, mayImport),
    ...(mayImport ? presentActs(upload, here) : { take: null, again: null, drop: null, mapping: null }),
  };
}

function presentFound(found: ImportResult | null) {
  return {
    counts: found && presentCounts(found),
    emotions: found && found.withEmotion > 0 ? presentEmotions(found) : null,
    merged: (found?.merged ?? []).map(sayMerged),
  };
}

function sayWhence({ bytes, receivedAt, startedBy }: SurveyUpload, source: string): string {
  const size = saySize(bytes);
  const moment = sayMoment(receivedAt);
  return startedBy
    ? t('{source}, {size}. {moment}, {name}.', { source, size, moment, name: startedBy.name })
    : t('{source}, {size}. {moment}.', { source, size, moment });
}

function sayNote({ state, trial }: SurveyUpload): string | null {
  if (state === 'stopped')
    return t('What had landed by then stays. Looked at and taken over again, the file goes on from there.');
  if (state !== 'looked' || trial === null || trial.encoding === 'utf-8') return null;
  return t('The file is written in {encoding} and was read as that.', { encoding: ENCODING_NAMES[trial.encoding] });
}

function presentCounts(result: ImportResult) {
  return [
    importFact(t('Lines read'), result.read),
    importFact(t('New'), result.new),
    importFact(t('Changed'), result.changed),
    importFact(t('Unchanged'), result.unchanged),
    importFact(t('Rejected'), result.rejected),
    ...(result.tests ? [importFact(t('Previews and tests left out'), result.tests)] : []),
    importFact(t('With an emotion'), result.withEmotion),
  ];
}

function presentEmotions({ emotions }: ImportResult) {
  return EMOTIONS.map((emotion) => ({ name: t(EMOTION_NAMES[emotion]), n: sayNumber(emotions[emotion]) }));
}

function presentRejected({ state, result, trial }: SurveyUpload, download: string) {
  const counts = state === 'taken' ? result : trial;
  if (!counts || counts.rejected === 0) return null;
  const problems = state === 'taken' ? [] : ((counts as SurveyTrial).problems ?? []);
  return {
    heading: t('{n, plural, one {# line is rejected} other {# lines are rejected}}', { n: counts.rejected }),
    table: problemsTable(t('The first rejected lines'), problems),
    more: sayOfAll(problems.length, counts.rejected),
    download,
    unknown: sayUnknown(state, (counts as Partial<SurveyTrial>).unknown ?? []),
  };
}

/** What can be put right without touching the file; afterwards it is too late for that, and the file comes again. */
function sayUnknown(state: SurveyUpload['state'], unknown: readonly UnknownText[]): string | null {
  if (state === 'taken')
    return t(
      'Put the mapping or the network right and send the same file again: what landed is known by then, and only these lines come in.',
    );
  if (unknown.length === 0) return null;
  return t(
    'Some of these texts may only lack a meaning. Add them to the mapping, and their lines come in with the others: {texts}.',
    {
      texts: sayList(unknown.slice(0, TEXTS_NAMED).map(({ text }) => `“${text.slice(0, LONGEST_TEXT)}”`)),
    },
  );
}

const TEXTS_NAMED = 5;
const LONGEST_TEXT = 40;

function presentUndo({ state }: SurveyUpload, pastId: number, mayImport: boolean) {
  if (state === 'undone') return { text: t('What was undone'), path: pastImportPath(pastId) };
  return mayImport && !isUnderWay(state) ? { text: t('Undo this import'), path: pastImportPath(pastId) } : null;
}

const MAY_LOOK_AGAIN: readonly string[] = ['looked', 'failed', 'stopped'];
const MAY_DROP: readonly string[] = ['received', ...MAY_LOOK_AGAIN];

function presentActs({ id, state, trial, deletedAt }: SurveyUpload, here: string) {
  const lies = deletedAt === null;
  const nothing = trial !== null && trial.rejected + (trial.tests ?? 0) === trial.read;
  return {
    take: state === 'looked' && !nothing ? { path: `${here}/takings`, nothingNew: isNothingNew(trial) } : null,
    again: MAY_LOOK_AGAIN.includes(state) && lies ? `${here}/looks` : null,
    drop: MAY_DROP.includes(state) ? `${here}/drop` : null,
    mapping: MAY_DROP.includes(state) && lies ? mappingPath(id) : null,
  };
}

function isNothingNew(trial: SurveyTrial | null): boolean {
  return trial !== null && trial.new === 0 && trial.changed === 0;
}
