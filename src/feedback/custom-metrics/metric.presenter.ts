import { msg, t } from '../../platform/language/t.js';
import { sayList, sayMoment, sayNumber } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { type PageOfList, paginate, sayShowing } from '../../platform/web/list-pages.js';
import { AUDIENCE_NAMES } from './audience.js';
import { GRAIN_NAMES } from './grain.js';
import { UNIT_KIND_NAMES } from './metric-form.presenter.js';
import { type Metric, nameOf, unitOf, weightNameOf } from './metric.js';
import type { ValueForm } from './metrics.forms.js';
import { metricPath, metricsPath, numberRowsPath, undoImportPath, valueFilePath } from './paths.js';
import { DIRECTION_NAMES, KIND_NAMES, LEVEL_NAMES, sayDriver, sayHow } from './say-metric.js';
import type { ValueImport } from './values/value-imports.queries.js';

interface Around {
  problems: readonly Problem[];
  value: ValueForm;
  formToken: string;
  fileToken: string;
  editPath: string;
  mayManage: boolean;
  mayOpenNetwork: boolean;
  at: PageOfList;
}

/** One number: what it is in words, its two forms, and what brought its values. */
export function metricPage(metric: Metric, imports: readonly ValueImport[], around: Around) {
  const problems = presentProblems(around.problems);
  const path = metricPath(metric.key);
  return {
    title: nameOf(metric),
    sub: sayHow(metric),
    back: { text: t('Back to other numbers'), href: metricsPath },
    action: around.mayManage ? { text: t('Change what it is'), path: around.editPath } : null,
    problems,
    retired: metric.retiredAt
      ? t('Retired on {moment}. Its values stay.', { moment: sayMoment(metric.retiredAt) })
      : null,
    facts: factsOf(metric),
    rows: around.mayOpenNetwork ? numberRowsPath(metric.key, { level: 'network', code: null }) : null,
    ...actsOf(metric, around),
    empty: imports.length === 0,
    table: importsTable(imports),
    undo: around.mayManage ? imports.filter(mayUndo).map((one) => undoOf(metric, one)) : [],
    csv: csvPath(`${path}/imports`),
    showing: sayShowing(around.at),
    pagination: paginate(around.at, (page) => `${path}?page=${page}`),
  };
}

/** What may be done with it: values for one in use, retiring it, bringing it back. */
function actsOf(metric: Metric, { mayManage, value, formToken, fileToken, problems }: Around) {
  const path = metricPath(metric.key);
  const nothing = { file: null, form: null, retire: null, bringBack: null };
  if (!mayManage) return nothing;
  if (metric.retiredAt !== null) return { ...nothing, bringBack: `${path}/return` };
  return {
    ...nothing,
    file: { path: `${path}/files`, formToken: fileToken },
    form: valueForm(metric, value, `${path}/values`, formToken, presentProblems(problems)?.by ?? {}),
    retire: `${path}/retirement`,
  };
}

function factsOf(metric: Metric) {
  const fact = (name: string, value: string) => ({ name, value });
  const kinds = metric.unitKinds.map((kind) => t(UNIT_KIND_NAMES[kind]).toLowerCase());
  return [
    fact(t('Key in files and programs'), metric.key),
    fact(t('What it is'), t(KIND_NAMES[metric.kind])),
    fact(t('Measured in'), unitOf(metric) || t('A bare number')),
    ...(metric.kind === 'average' ? [fact(t('Weighted by'), weightNameOf(metric))] : []),
    fact(t('For'), t(GRAIN_NAMES[metric.grain])),
    fact(t('Of what'), t(LEVEL_NAMES[metric.level])),
    ...(kinds.length > 0 ? [fact(t('Only'), sayList(kinds))] : []),
    fact(t('Which way is better'), t(DIRECTION_NAMES[metric.direction])),
    fact(t('Who sees it'), t(AUDIENCE_NAMES[metric.audience])),
    fact(t('Driver'), sayDriver(metric) ?? t('None of them')),
  ];
}

function valueForm(
  metric: Metric,
  value: ValueForm,
  path: string,
  formToken: string,
  by: Record<string, string | null>,
) {
  return {
    ...{ path, formToken, by, place: value.place, day: value.day, value: value.value, weight: value.weight },
    placeLabel: metric.level === 'network' ? null : t(PLACE_LABELS[metric.level]),
    unit: unitOf(metric),
    weightLabel: metric.kind === 'average' ? t('Number of {weight}', { weight: weightNameOf(metric) }) : null,
  };
}

const PLACE_LABELS: Record<Exclude<Metric['level'], 'network'>, string> = {
  unit: msg('Code of the unit'),
  area: msg('Code of the area'),
  region: msg('Code of the region'),
};

/** Where values came from, as the page and its file show it. */
export function importsTable(imports: readonly ValueImport[]) {
  const text = (value: string, href: string | null = null) => ({ text: value, numeric: false, href });
  const number = (value: number | undefined, href: string | null = null) => ({
    ...{ text: sayNumber(value ?? 0), numeric: true, href },
  });
  return {
    caption: t('Where its values came from, newest first'),
    captionHidden: true,
    head: [
      ...[t('Started'), t('From'), t('State')].map((value) => ({ text: value, numeric: false })),
      ...[t('Read'), t('New'), t('Changed'), t('Unchanged'), t('Rejected')].map((value) => ({
        text: value,
        numeric: true,
      })),
    ],
    rows: imports.map((one) => ({
      cells: [
        text(sayStarted(one)),
        text(sayFrom(one), one.fileImportId === null ? null : valueFilePath(one.fileImportId)),
        text(sayState(one)),
        ...[one.tally.read, one.tally.new, one.tally.changed, one.tally.unchanged].map((n) => number(n)),
        number(one.tally.rejected),
      ],
    })),
  };
}

function sayStarted({ startedAt, startedBy }: ValueImport): string {
  const moment = sayMoment(startedAt);
  return startedBy ? t('{moment}, {name}', { moment, name: startedBy }) : moment;
}

function sayFrom({ via, name }: ValueImport): string {
  if (via === 'form') return t('Typed by hand');
  if (via === 'demo') return t('The demo');
  if (via === 'api') return t('Software: {name}', { name });
  return via === 'command' ? t('Command line: {name}', { name }) : name;
}

function sayState({ undoneAt, undoAskedAt, tally }: ValueImport): string {
  if (undoneAt !== null) return t('Taken back');
  if (undoAskedAt !== null) return t('Being taken back');
  if (tally.reached)
    return t(
      'Stopped or running after {n, plural, one {# line} other {# lines}}. Importing the file again goes on from there.',
      { n: tally.reached.lines },
    );
  return (tally.rejected ?? 0) > 0 ? t('Done, with rejected values') : t('Done');
}

const mayUndo = ({ undoAskedAt, tally }: ValueImport) =>
  undoAskedAt === null && (tally.new ?? 0) + (tally.changed ?? 0) > 0;

function undoOf(metric: Metric, one: ValueImport) {
  const values = { what: sayFrom(one), moment: sayMoment(one.startedAt) };
  return { path: undoImportPath(metric.key, one.id), text: t('Take back: {what}, {moment}', values) };
}
