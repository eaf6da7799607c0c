import { type IsoDate, isIsoDate } from '../../platform/dates.js';
import { isMessageState, type MessageState } from '../message-state.js';
import { ledgerPath } from '../paths.js';

/** Which part of the ledger somebody looks at; null takes all. */
export interface LedgerFilter {
  state: MessageState | null;
  kind: string | null;
  /** The London day of the planned moment. */
  day: IsoDate | null;
  /** A personnel reference, as it was typed. */
  reference: string | null;
}

/** Reads a query string. What does not fit is no filter, so that an old link still shows the ledger. */
export function readLedgerFilter(query: Readonly<Record<string, unknown>>, kinds: readonly string[]): LedgerFilter {
  const kind = kinds.find((one) => one === query.kind) ?? null;
  const reference =
    typeof query.person === 'string'
      ? query.person
          .replace(/\p{Cc}/gu, '')
          .trim()
          .slice(0, 40)
      : '';
  return {
    state: isMessageState(query.state) ? query.state : null,
    kind,
    day: typeof query.day === 'string' && isIsoDate(query.day) ? query.day : null,
    reference: reference === '' ? null : reference,
  };
}

/** The page that shows this part of the ledger; pages are counted from 1. */
export function ledgerPagePath({ state, kind, day, reference }: LedgerFilter, page = 1): string {
  const wanted = { state, kind, day, person: reference, page: page === 1 ? null : String(page) };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) if (value !== null) query.set(name, value);
  return query.size === 0 ? ledgerPath : `${ledgerPath}?${query}`;
}
