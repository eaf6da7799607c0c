/** The responses of a batch, sorted into those that can land and those that cannot, with the reason of each. */
import type { RejectedItem } from '../../platform/api/batch.js';
import type { MappedRow, MapRow } from '../imports/mapped-row.js';
import { readResponse } from './read-response.js';

type Kept = MappedRow & { key: string };

/** @param taken response ids of units that the account does not reach */
export function sorted(
  responses: readonly unknown[],
  map: MapRow,
  taken: ReadonlySet<string> = new Set(),
): { kept: Kept[]; rejects: RejectedItem[] } {
  const kept = new Map<string, Kept>();
  const rejects: RejectedItem[] = [];
  responses.forEach((raw, index) => {
    const found = oneOf(raw, map);
    const why = 'row' in found ? whyNot(found.row, kept, taken) : found.misfit;
    if ('row' in found && why === null)
      return void kept.set(found.row.identity, { ...found.row, key: found.row.identity });
    const { pointer, reason } = why!;
    rejects.push({ index, pointer: `/responses/${index}${pointer}`, reason });
  });
  return { kept: [...kept.values()], rejects };
}

function whyNot({ identity }: MappedRow, kept: ReadonlyMap<string, Kept>, taken: ReadonlySet<string>) {
  if (taken.has(identity)) return TAKEN;
  return kept.has(identity) ? TWICE : null;
}

/** The response ids that a batch names. */
export function keysIn(responses: readonly unknown[]): string[] {
  const named = responses.flatMap((raw) =>
    typeof raw === 'object' && raw !== null && 'responseId' in raw && typeof raw.responseId === 'string'
      ? [raw.responseId.trim()]
      : [],
  );
  return [...new Set(named.filter((key) => !/\p{Cc}|\p{Cs}/u.test(key)))];
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

const TAKEN = { pointer: '/responseId', reason: 'This response id is taken. Give the answer another one.' };

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
