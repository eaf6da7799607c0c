/** The responses of a batch, sorted into those that can land and those that cannot, with the reason of each. */
import type { MappedRow, MapRow } from '../imports/mapped-row.js';
import { readResponse } from './read-response.js';

export interface RejectedResponse {
  /** Its place in the list that was sent, from 0. */
  index: number;
  /** JSON pointer into the body. */
  pointer: string;
  reason: string;
}

type Kept = MappedRow & { key: string };

export function sorted(responses: readonly unknown[], map: MapRow): { kept: Kept[]; rejects: RejectedResponse[] } {
  const kept = new Map<string, Kept>();
  const rejects: RejectedResponse[] = [];
  responses.forEach((raw, index) => {
    const found = oneOf(raw, map);
    if ('row' in found && !kept.has(found.row.identity)) {
      kept.set(found.row.identity, { ...found.row, key: found.row.identity });
      return;
    }
    const { pointer, reason } = 'row' in found ? TWICE : found.misfit;
    rejects.push({ index, pointer: `/responses/${index}${pointer}`, reason });
  });
  return { kept: [...kept.values()], rejects };
}

/** The codes that a batch names, each also with the leading zeros that a program may have dropped. */
export function codesIn(responses: readonly unknown[]): string[] {
  const named = responses.flatMap((raw) =>
    typeof raw === 'object' && raw !== null && 'unit' in raw && typeof raw.unit === 'string' ? [raw.unit.trim()] : [],
  );
  const usable = named.filter((code) => code !== '' && code.length <= LONGEST_CODE && !/\p{Cc}|\p{Cs}/u.test(code));
  return [...new Set(usable.flatMap((code) => [code, code.padStart(6, '0')]))];
}

const LONGEST_CODE = 40;

const TWICE = {
  pointer: '/responseId',
  reason: 'The same response id stands earlier in this list; the first one was taken.',
};

function oneOf(raw: unknown, map: MapRow) {
  const read = readResponse(raw);
  if ('misfit' in read) return read;
  const mapped = map(read.cells);
  if ('row' in mapped) return mapped;
  const { column, reason } = mapped.reject;
  return { misfit: { pointer: column === '' ? '' : `/${column}`, reason } };
}
