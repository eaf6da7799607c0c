import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayMoment, sayNumber } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import type { MailStop } from '../delivery/breaker.queries.js';
import type { ServerTrouble } from '../delivery/mail-server.queries.js';
import type { MessageKind } from '../message-kinds.service.js';
import { MESSAGE_STATES, STATE_WORDS } from '../message-state.js';
import { ledgerPath, releasePath } from '../paths.js';
import { countsTable } from './counts-table.js';
import { type LedgerFilter, ledgerPagePath } from './ledger-filter.js';
import type { DayCount, OverviewRow } from './overview.queries.js';
import { sayBecame, sayKind } from './say-became.js';

export interface OverviewFacts {
  filter: LedgerFilter;
  rows: readonly OverviewRow[];
  /** From 1. */
  at: number;
  more: boolean;
  counts: readonly DayCount[];
  kinds: ReadonlyMap<string, MessageKind>;
  stop: MailStop | null;
  trouble: ServerTrouble | null;
  mailServer: boolean;
  today: IsoDate;
  /** Whether the reader may let the mail go on. */
  mayRelease: boolean;
}

export function presentOverview(facts: OverviewFacts) {
  const { filter, kinds, today } = facts;
  return {
    title: t('Messages sent'),
    sub: t('Who was told what, when, and what became of it. The words of a message are its reader’s.'),
    mail: presentMailState(facts),
    filters: presentFilters(filter, kinds),
    action: ledgerPath,
    counts: countsTable(facts.counts, filter, today),
    heads: [t('Planned for'), t('Who'), t('What'), t('What became of it'), t('Asked by')],
    rows: facts.rows.map((row) => ({
      when: sayMoment(row.plannedFor),
      who: row.name,
      reference: row.reference,
      what: sayKind(row.kind, kinds),
      became: sayBecame(row),
      by: row.madeBy ?? t('a rule'),
    })),
    newer: facts.at > 1 ? ledgerPagePath(filter, facts.at - 1) : null,
    older: facts.more ? ledgerPagePath(filter, facts.at + 1) : null,
    csv: csvPath(ledgerPagePath(filter)),
  };
}

/** How the mail stands: null when all is well. */
function presentMailState({ stop, trouble, mailServer, mayRelease }: OverviewFacts) {
  if (!mailServer) {
    return {
      title: t('No mail server is set up'),
      text: t('SMTP_URL is not set, so every message is kept in the app.'),
      release: null,
      hint: null,
    };
  }
  if (stop !== null) {
    return {
      title: t('The mail has stopped'),
      text: t(
        'On {moment} the hour would have come to {volume} messages. {expected} were planned for it, so up to {allowed} may go. Nothing is lost: what waits is readable in the app.',
        {
          moment: sayMoment(stop.stoppedAt),
          volume: sayNumber(stop.volume),
          expected: sayNumber(stop.expected),
          allowed: sayNumber(stop.allowed),
        },
      ),
      release: mayRelease ? releasePath(stop.id) : null,
      hint: mayRelease ? t('Look below at what waits, then let it go on.') : t('An administrator can let it go on.'),
    };
  }
  if (trouble === null) return null;
  return {
    title: t('The mail server can’t be reached'),
    text: t('Since {moment}. It is tried again every minute. It says: {answer}', {
      moment: sayMoment(new Date(trouble.since)),
      answer: trouble.answer,
    }),
    release: null,
    hint: null,
  };
}

function presentFilters(filter: LedgerFilter, kinds: ReadonlyMap<string, MessageKind>) {
  const any = { value: '', text: t('All') };
  return {
    states: [
      any,
      ...MESSAGE_STATES.map((state) => ({
        value: state,
        text: t(STATE_WORDS[state]),
        selected: state === filter.state,
      })),
    ],
    kinds: [
      any,
      ...[...kinds.keys()].map((kind) => ({ value: kind, text: sayKind(kind, kinds), selected: kind === filter.kind })),
    ],
    day: filter.day,
    reference: filter.reference,
    clear: ledgerPagePath(filter) === ledgerPath ? null : ledgerPath,
    what: filter.day === null ? null : sayDate(filter.day),
  };
}
