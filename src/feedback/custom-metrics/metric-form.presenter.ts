import { UNIT_KINDS, type UnitKind } from '../../network/imports/codes.js';
import { DRIVER_NAMES, DRIVERS } from '../../platform/drivers.js';
import { msg, t } from '../../platform/language/t.js';
import { type Problem, presentProblems } from '../../platform/web/form.js';
import { AUDIENCE_NAMES } from './audience.js';
import { GRAIN_NAMES } from './grain.js';
import { AUDIENCES, DIRECTIONS, GRAINS, type Metric, METRIC_KINDS, METRIC_LEVELS } from './metric.js';
import type { MetricForm } from './metrics.forms.js';
import { DIRECTION_NAMES, KIND_NAMES, LEVEL_NAMES } from './say-metric.js';

export const UNIT_KIND_NAMES: Record<UnitKind, string> = {
  branch: msg('Branches'),
  paymentPoint: msg('Payment points'),
  contactCentre: msg('Contact centres'),
  department: msg('Departments'),
};

const KIND_HINTS: Record<Metric['kind'], string> = {
  count: msg('Footfall, transactions: added up over places and time.'),
  average: msg('First response time: weighted by the number of contacts, never averaged over averages.'),
  level: msg('The rank in an index: the latest one counts, and nothing is ever added up.'),
};

interface Around {
  title: string;
  path: string;
  back: { text: string; href: string };
  formToken: string;
  button: string;
  problems: readonly Problem[];
}

/** The form that defines a number or changes it. */
export function metricForm(form: MetricForm, around: Around) {
  const problems = presentProblems(around.problems);
  const choose = (names: Record<string, string>, values: readonly string[], chosen: string) =>
    values.map((value) => ({ value, text: t(names[value] ?? value), selected: value === chosen }));
  return {
    ...{ title: around.title, sub: null, path: around.path, back: around.back, button: around.button },
    ...{ problems, by: problems?.by ?? {}, formToken: around.formToken },
    ...{ name: form.name, nameCy: form.nameCy, unit: form.unit, unitCy: form.unitCy },
    ...{ weightName: form.weightName, weightNameCy: form.weightNameCy },
    decimals: ['0', '1', '2', '3', '4'].map((value) => ({ value, text: value, selected: value === form.decimals })),
    kinds: METRIC_KINDS.map((value) => ({
      value,
      text: t(KIND_NAMES[value]),
      hint: t(KIND_HINTS[value]),
      checked: value === form.kind,
    })),
    directions: choose(DIRECTION_NAMES, DIRECTIONS, form.direction),
    grains: choose(GRAIN_NAMES, GRAINS, form.grain),
    levels: choose(LEVEL_NAMES, METRIC_LEVELS, form.level),
    audiences: choose(AUDIENCE_NAMES, AUDIENCES, form.audience),
    drivers: [
      { value: '', text: t('None of them'), selected: form.driver === '' },
      ...choose(DRIVER_NAMES, DRIVERS, form.driver),
    ],
    unitKinds: UNIT_KINDS.map((value) => ({
      value,
      text: t(UNIT_KIND_NAMES[value]),
      checked: form.unitKinds.includes(value),
    })),
  };
}

/** A number as its form holds it. */
export function formOf(metric: Metric): Omit<MetricForm, 'formToken'> {
  return {
    ...metric,
    decimals: String(metric.decimals),
    driver: metric.driver ?? '',
    unitKinds: [...metric.unitKinds],
  };
}
