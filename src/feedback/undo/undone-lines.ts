/** One answer of an undone import as a line of the file that says what was undone. Customers' words are not in it. */
import { londonDate } from '../../platform/dates.js';
import { DRIVER_NAMES, type Driver, DRIVERS } from '../../platform/drivers.js';
import { EMOTION_NAMES, emotionOf } from '../../platform/emotions.js';
import { csvCell } from '../../platform/files/csv-cell.js';
import { msg, t } from '../../platform/language/t.js';
import { sayTime } from '../../platform/say.js';
import type { Outcome } from './without-imports.js';

/** What an import had said of an answer; its values are null when they had been deleted since their time was over. */
export interface UndoneLine extends Record<Driver, number | null> {
  key: string;
  unit: string | null;
  answeredAt: Date | null;
  outcome: Outcome;
  ease: number | null;
  emotion: number | null;
}

const OUTCOME_NAMES: Record<Outcome, string> = {
  gone: msg('Taken out'),
  back: msg('As it was before'),
  later: msg('Stays as a later import has it'),
  unknown: msg('Stays, since what it said before has been deleted'),
};

/** The heading of the file, in the reader's language. */
export function undoneHeading(): string {
  const facts = [t('Response'), t('Unit'), t('Day'), t('Time'), t('What became of it')];
  return lineOf([...facts, t('Ease'), t('Felt'), ...DRIVERS.map((driver) => t(DRIVER_NAMES[driver]))]);
}

export function undoneLine(line: UndoneLine): string {
  const { key, unit, answeredAt, outcome, ease } = line;
  const emotion = emotionOf(line.emotion);
  const when = answeredAt === null ? ['', ''] : [londonDate(answeredAt), sayTime(answeredAt)];
  const said = [ease, emotion && t(EMOTION_NAMES[emotion]), ...DRIVERS.map((driver) => line[driver])];
  return lineOf([key, unit ?? '', ...when, t(OUTCOME_NAMES[outcome]), ...said.map((one) => String(one ?? ''))]);
}

const lineOf = (cells: readonly string[]) => `${cells.map(csvCell).join(',')}\r\n`;
