import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayNumber } from '../../platform/say.js';
import { type LedgerFilter, ledgerPagePath } from './ledger-filter.js';
import type { DayCount } from './overview.queries.js';

const COLUMNS: readonly { state: DayCount['state']; channel?: DayCount['channel'] }[] = [
  { state: 'planned' },
  { state: 'sending' },
  { state: 'sent', channel: 'email' },
  { state: 'sent', channel: 'app' },
  { state: 'bounced' },
  { state: 'suppressed' },
];

/** The model of the `table` partial: a day a row, each leading to its messages; null when there are none. */
export function countsTable(counts: readonly DayCount[], filter: LedgerFilter, today: IsoDate) {
  const days = [...new Set(counts.map(({ day }) => day))];
  if (days.length === 0) return null;
  return {
    caption: t('By day, from a week ago to a week ahead'),
    head: [
      { text: t('Day') },
      ...[
        t('Planned'),
        t('On its way'),
        t('Sent by e-mail'),
        t('Kept in the app'),
        t('Not delivered'),
        t('Called off'),
      ].map((text) => ({ text, numeric: true })),
    ],
    rows: days.map((day) => ({
      cells: [
        { text: sayDate(day, today), href: ledgerPagePath({ ...filter, day }) },
        ...COLUMNS.map(({ state, channel }) => ({
          text: sayNumber(sumOf(counts, day, state, channel)),
          numeric: true,
        })),
      ],
    })),
  };
}

function sumOf(counts: readonly DayCount[], day: IsoDate, state: string, channel?: string | null): number {
  return counts
    .filter((one) => one.day === day && one.state === state && (channel === undefined || one.channel === channel))
    .reduce((sum, one) => sum + one.count, 0);
}
