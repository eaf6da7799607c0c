/** Reads what is kept with a message of an alert, and takes nothing at its word. */
import { type Grain, GRAINS } from '../../feedback/custom-metrics/metric.js';
import type { MessageFacts } from '../../notifications/planned-message.js';
import { type IsoDate, isIsoDate } from '../../platform/dates.js';
import { type Condition, RULES } from './alert.js';
import { isMeasure } from './measure.js';
import type { NumberSaid, Subject } from './subject.js';
import type { Figures } from './told.js';

export interface AlertFacts {
  alertId: number;
  condition: Condition;
  subject: Subject | null;
  /** '' for the whole network. */
  places: string[];
  more: number;
  week: IsoDate;
  path: string;
  /** Of a single place. */
  told: Figures | null;
}

/** Null for what no version of an alert says. */
export function readAlertFacts(facts: MessageFacts): AlertFacts | null {
  const { alertId, places, more, week, path } = facts;
  const condition = readCondition(facts);
  if (!condition || !isNumber(alertId) || typeof places !== 'string' || !isNumber(more)) return null;
  if (typeof week !== 'string' || !isIsoDate(week) || typeof path !== 'string' || !path.startsWith('/')) return null;
  return {
    alertId,
    condition,
    subject: readSubject(facts),
    places: places.split('\n'),
    more,
    week,
    path,
    told: readTold(facts),
  };
}

function readCondition({ measure, rule, threshold = null }: MessageFacts): Condition | null {
  const known = RULES.find((one) => one === rule);
  if (!isMeasure(measure) || !known || typeof threshold === 'string') return null;
  if (threshold === null && known !== 'falls') return null;
  return { measure, rule: known, threshold };
}

function readTold({ value, low = null, high = null, n, change = null }: MessageFacts): Figures | null {
  if (!isNumber(value) || !isNumber(n)) return null;
  if (typeof low === 'string' || typeof high === 'string' || typeof change === 'string') return null;
  return { value, low, high, n, change };
}

function readSubject(facts: MessageFacts): Subject | null {
  const { subject, subjectCy } = facts;
  if (typeof subject !== 'string') return null;
  return { name: subject, nameCy: typeof subjectCy === 'string' ? subjectCy : '', number: readNumber(facts) };
}

function readNumber({ unit, unitCy, decimals, grain }: MessageFacts): NumberSaid | null {
  const known = GRAINS.find((one): one is Grain => one === grain);
  if (!known || typeof unit !== 'string' || typeof unitCy !== 'string' || !isNumber(decimals)) return null;
  return { unit, unitCy, decimals, grain: known };
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
