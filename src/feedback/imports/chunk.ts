/** A stretch of a file's records, mapped, and how repeats among them are told apart. */
import { t } from '../../platform/language/t.js';
import type { FileRecord } from './survey-file.service.js';
import { fingerprint, responseKey } from './fingerprint.js';
import type { MappedRow, MapRow, Reject } from './mapped-row.js';

export interface Candidate {
  record: FileRecord;
  row: MappedRow;
  /** The name of the response before repeats are told apart. */
  print: string;
}

export interface Rejected extends Reject {
  record: FileRecord;
}

/** Maps records one by one. `name` turns a row's identity into the name it is stored under. */
export function mapRecords(records: readonly FileRecord[], map: MapRow, name: (identity: string) => string) {
  const candidates: Candidate[] = [];
  const rejected: Rejected[] = [];
  for (const record of records) {
    const mapped = map(record.cells);
    if ('reject' in mapped) rejected.push({ record, ...mapped.reject });
    else candidates.push({ record, row: mapped.row, print: name(mapped.row.identity) });
  }
  return { candidates, rejected };
}

/** How the responses of a source are named: by their own id, or by a fingerprint of the mapped line. */
export function namer(responseId: string | null, secret: Buffer): (identity: string) => string {
  return responseId ? (identity) => identity : (identity) => fingerprint(identity, secret);
}

/**
 * Gives each candidate its key. `seen` says how often a print came earlier in the file. Without a response id equal
 * lines are different customers; with one, a second line with the same id is rejected and the first counts.
 */
export function keyed(candidates: readonly Candidate[], seen: ReadonlyMap<string, number>, responseId: string | null) {
  const times = new Map(seen);
  const kept: { key: string; row: MappedRow }[] = [];
  const repeated: Rejected[] = [];
  for (const { record, row, print } of candidates) {
    const occurrence = (times.get(print) ?? 0) + 1;
    times.set(print, occurrence);
    if (responseId && occurrence > 1) repeated.push({ record, column: responseId, reason: twice(print) });
    else kept.push({ key: responseKey(print, occurrence), row });
  }
  return { kept, repeated };
}

function twice(id: string): string {
  return t('The response id “{id}” came earlier in this file; the first line with it was taken.', { id });
}
