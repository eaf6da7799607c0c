import { msg, t } from '../../platform/language/t.js';
import { sayMoment } from '../../platform/say.js';
import { EPOCH, momentReader, SERIAL } from '../imports/moment.js';
import type { ColumnProfile } from './column-profile.js';
import { isDayOrMonth, TIME_FORMATS } from './guess-time.js';

const ALWAYS = TIME_FORMATS.filter((format) => /^(ISO|[dM]\/[dM]\/yyyy( H:mm(:ss)?)?)$/.test(format));

/** Those that read the column's first text, each with what it makes of it, and the usual ones. */
export function presentFormats(format: string, column: ColumnProfile | undefined) {
  const text = column?.values[0]?.text ?? '';
  const reading = TIME_FORMATS.filter((one) => momentReader(one, 'Europe/London')(text) !== null);
  const offered = [...new Set([format, ...reading, ...ALWAYS])];
  return offered.map((value) => ({ value, text: sayFormat(value, text), selected: value === format }));
}

const NAMES: Record<string, string> = {
  ISO: msg('Year first (ISO)'),
  [SERIAL]: msg('Spreadsheet number of days'),
  [EPOCH]: msg('Seconds or milliseconds since 1970'),
};

function sayFormat(format: string, text: string): string {
  const name = NAMES[format] ? t(NAMES[format]) : format;
  const moment = momentReader(format, 'Europe/London')(text);
  return moment === null ? name : t('{format}: {text} is {moment}', { format: name, text, moment: sayMoment(moment) });
}

export function sayDayOrMonth(format: string, column: ColumnProfile | undefined): string | null {
  const texts = column?.values.map(({ text }) => text) ?? [];
  if (texts.length === 0 || !isDayOrMonth(format, texts)) return null;
  return t(
    'Nothing in these rows tells whether the day or the month comes first. Check it with whoever sent the file.',
  );
}

const ZONES = ['Europe/London', 'UTC', 'Europe/Dublin', 'Europe/Berlin', 'America/New_York', 'America/Denver'];

export function presentZones(zone: string, ofFile: string | null) {
  return [...new Set([zone, ...(ofFile ? [ofFile] : []), ...ZONES])].map((value) => ({
    value,
    text: value === 'Europe/London' ? t('London') : value,
    selected: value === zone,
  }));
}
