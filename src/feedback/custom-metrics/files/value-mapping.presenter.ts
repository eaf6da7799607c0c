import { randomUUID } from 'node:crypto';
import type { IsoDate } from '../../../platform/dates.js';
import { t } from '../../../platform/language/t.js';
import { sayNumber } from '../../../platform/say.js';
import { type Problem, presentProblems } from '../../../platform/web/form.js';
import { sayPeriod } from '../grain.js';
import { type Metric, nameOf, weightNameOf } from '../metric.js';
import { metricPath, valueFilePath, valueMappingPath } from '../paths.js';
import { sayValue } from '../say-metric.js';
import { placeFinder } from '../values/find-place.js';
import { PERIOD_FORMATS, periodReader } from './period-format.js';
import { type FileValue, isRejected, lineReader, type RejectedValue } from './value-lines.js';
import { columnsIn, type ValueMapping } from './value-mapping.js';
import type { ValueDraft } from './value-uploads.service.js';

/** The form alone again, when a file could not be taken. */
export function valueFileForm(metric: Metric, problems: readonly Problem[]) {
  return {
    title: t('Send a file of values'),
    sub: nameOf(metric),
    back: { text: t('Back to {name}', { name: nameOf(metric) }), href: metricPath(metric.key) },
    problems: presentProblems(problems),
    by: presentProblems(problems)?.by ?? {},
    path: `${metricPath(metric.key)}/files`,
    formToken: randomUUID(),
  };
}

/** Which column is what, beside the first rows as they will be stored. */
export function valueMappingPage(draft: ValueDraft, today: IsoDate, problems: readonly Problem[]) {
  const { upload, metric, mapping } = draft;
  const long = mapping.form === 'long';
  return {
    title: t('Which column is what'),
    sub: t('{file}, for {number}', { file: upload.fileName, number: nameOf(metric) }),
    back: { text: t('Back to the file'), href: valueFilePath(upload.id) },
    problems: presentProblems(problems),
    path: valueMappingPath(upload.id),
    forms: [
      { value: 'long', text: t('A line for each place and period'), selected: long },
      { value: 'wide', text: t('A line for each place, a column for each period'), selected: !long },
    ],
    place: metric.level === 'network' ? null : columnSelect(draft, 'place', t('Place'), mapping.place),
    match: [
      { value: 'code', text: t('By code'), selected: mapping.match === 'code' },
      { value: 'name', text: t('By name'), selected: mapping.match === 'name' },
    ],
    time: long ? columnSelect(draft, 'time', t('Period'), mapping.time) : null,
    formats: formatsOf(draft),
    value: long ? columnSelect(draft, 'value', nameOf(metric), mapping.value) : null,
    weight:
      metric.kind === 'average'
        ? columnSelect(draft, 'weight', t('Number of {weight}', { weight: weightNameOf(metric) }), mapping.weight)
        : null,
    preview: presentPreview(draft, today),
  };
}

function columnSelect({ sample }: ValueDraft, id: string, label: string, column: string) {
  const there = column === '' || sample.profiles.some(({ key }) => key === column);
  return {
    id,
    label,
    items: [
      { value: '', text: t('Not in this file'), selected: column === '' },
      ...(there ? [] : [{ value: column, text: t('{column} (not in this file)', { column }), selected: true }]),
      ...sample.profiles.map(({ key, label: text }) => ({ value: key, text, selected: key === column })),
    ],
  };
}

/** Those that read the first text, each with what it makes of it, and the one that is chosen. */
function formatsOf({ sample, mapping, metric }: ValueDraft) {
  const text = exampleOf(sample.profiles, mapping);
  const read = (format: string) => periodReader(format, metric.grain)(text);
  const offered = [
    ...new Set([mapping.format, ...PERIOD_FORMATS.filter((format) => read(format) !== null), 'ISO', 'd/M/yyyy']),
  ];
  return offered.map((value) => {
    const start = read(value);
    const format = value === 'ISO' ? t('Year first (ISO)') : value;
    const words =
      start === null
        ? format
        : t('{format}: {text} is {moment}', { format, text, moment: sayPeriod(metric.grain, start) });
    return { value, text: words, selected: value === mapping.format };
  });
}

function exampleOf(profiles: ValueDraft['sample']['profiles'], { form, time, place }: ValueMapping): string {
  if (form === 'long') return profiles.find(({ key }) => key === time)?.values[0]?.text ?? '';
  return profiles.find(({ key }) => key !== place && /\d/.test(key))?.key ?? '';
}

const ROWS_SHOWN = 20;

/** The first values as they will be stored, and what becomes of the others of the sample. */
function presentPreview({ metric, mapping, sample, known }: ValueDraft, today: IsoDate) {
  const columns = columnsIn(sample.layout.keys, mapping, metric);
  if (typeof columns === 'string') return { problem: columns, summary: null, table: null };
  const read = lineReader(metric, mapping, columns, placeFinder(metric, known, mapping.match), today);
  const all = sample.rows.flatMap((row) => read(row));
  const names = new Map(known.map(({ id, code, name }) => [id, t('{name} ({code})', { name, code })]));
  return {
    problem: null,
    summary: t('{stored} of the first {read} values can be stored.', {
      stored: sayNumber(all.filter((one) => !isRejected(one)).length),
      read: sayNumber(all.length),
    }),
    table: {
      caption: t('The first values as they will be stored'),
      head: headOf(metric),
      width: headOf(metric).length - 1,
      rows: all.slice(0, ROWS_SHOWN).map((one) => presentRow(one, metric, names, sample.layout.labels)),
    },
  };
}

function headOf(metric: Metric): string[] {
  const weight = metric.kind === 'average' ? [t('Number of {weight}', { weight: weightNameOf(metric) })] : [];
  return [t('Line'), t('Place'), t('Period'), nameOf(metric), ...weight];
}

function presentRow(
  one: FileValue | RejectedValue,
  metric: Metric,
  names: ReadonlyMap<number, string>,
  labels: readonly string[],
) {
  const line = sayNumber(one.line);
  if (isRejected(one)) {
    const column = one.column === null ? '' : (labels[one.column] ?? '');
    const why = column ? t('{column}: {reason}', { column, reason: one.reason }) : one.reason;
    return { line, rejected: t('Rejected. {why}', { why }), cells: [] };
  }
  const weight = metric.kind === 'average' ? [one.weight === null ? '–' : sayNumber(one.weight)] : [];
  const place = names.get(one.placeId) ?? t('The whole network');
  return {
    line,
    rejected: null,
    cells: [place, sayPeriod(metric.grain, one.startsOn), sayValue(metric, one.value), ...weight],
  };
}
