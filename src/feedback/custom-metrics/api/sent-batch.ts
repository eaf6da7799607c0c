/** The document in which values are sent, before they are looked at one by one; and each of them read. */
import { invalid } from '../../../platform/api/api-problem.js';
import { type RejectedItem, unknownFields } from '../../../platform/api/batch.js';
import { isIsoDate, type IsoDate } from '../../../platform/dates.js';
import { startOfPeriod } from '../grain.js';
import type { Metric } from '../metric.js';
import type { FindPlace } from '../values/find-place.js';
import type { StagedValue } from '../values/landing.queries.js';
import { NamedBefore } from '../values/named-before.js';
import { periodProblem, valueProblem, weightProblem } from '../values/value-rule.js';

export const MOST_VALUES = 5000;

/** @throws ApiProblem that points to what has to be put right */
export function readBatch(body: unknown): unknown[] {
  const fields =
    typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : null;
  if (fields === null) throw invalid([{ pointer: '', detail: 'Send an object with values.' }]);
  const faults = unknownFields(fields, ['values']);
  const { values } = fields;
  if (!Array.isArray(values) || values.length === 0 || values.length > MOST_VALUES)
    faults.push({ pointer: '/values', detail: `Send a list of 1 to ${MOST_VALUES} values.` });
  if (faults.length > 0) throw invalid(faults);
  return values as unknown[];
}

/** Each value as it can be stored, or with the reason why not. */
export function sortedValues(metric: Metric, values: readonly unknown[], find: FindPlace, today: IsoDate) {
  const kept: StagedValue[] = [];
  const rejects: RejectedItem[] = [];
  const named = new NamedBefore();
  for (const [index, value] of values.entries()) {
    const one = readOne(metric, value, find, today);
    const first = 'reason' in one ? null : named.first(one.placeId, one.startsOn, index);
    const read = first === null ? one : no('', cameEarlier(first));
    if ('reason' in read) rejects.push({ index, pointer: `/values/${index}${read.at}`, reason: read.reason });
    else kept.push(read);
  }
  return { kept, rejects };
}

type Read = StagedValue | { at: string; reason: string };

function readOne(metric: Metric, sent: unknown, find: FindPlace, today: IsoDate): Read {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    return no('', 'Send an object with place, day and value.');
  const fields = sent as Record<string, unknown>;
  const malformed = problemIn(fields);
  if (malformed) return malformed;
  const { place = '', day, value, weight = null } = fields;
  return placed(metric, { place, day, value, weight } as WellFormed, find, today);
}

const FIELDS = ['place', 'day', 'value', 'weight'];

/** What is not written as it should be, or null. */
function problemIn(fields: Record<string, unknown>): { at: string; reason: string } | null {
  const { place = '', day, value, weight = null } = fields;
  const extra = Object.keys(fields).find((name) => !FIELDS.includes(name));
  if (extra !== undefined) return no('', `There is no field ${extra.slice(0, 40)} here.`);
  if (typeof place !== 'string' || place.length > 60) return no('/place', 'Give the code of the place as text.');
  if (typeof day !== 'string' || !isIsoDate(day))
    return no('/day', 'Give a day as year, month and day, such as 2027-02-08.');
  if (typeof value !== 'number') return no('/value', 'Give the value as a number.');
  return weight === null || typeof weight === 'number' ? null : no('/weight', 'Give the weight as a number.');
}

interface WellFormed {
  place: string;
  day: string;
  value: number;
  weight: number | null;
}

function placed(metric: Metric, { place, day, value, weight }: WellFormed, find: FindPlace, today: IsoDate): Read {
  const startsOn = startOfPeriod(metric.grain, day);
  const late = periodProblem(metric, startsOn, today);
  if (late) return no('/day', late);
  const found = find(place, startsOn);
  if ('reason' in found) return no('/place', found.reason);
  const wrong = valueProblem(metric, value);
  if (wrong) return no('/value', wrong);
  const unweighted = weightProblem(metric, weight);
  return unweighted ? no('/weight', unweighted) : { ...found, startsOn, value, weight };
}

const cameEarlier = (first: number) =>
  `The same place and period came earlier in this batch, at ${first}. That one was taken.`;

const no = (at: string, reason: string) => ({ at, reason });
