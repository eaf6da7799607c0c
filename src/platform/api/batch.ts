/** What all addresses that take a batch have in common: the key of the request, the fields of its body, what became of it. */
import { type ApiFault, invalid } from './api-problem.js';
import type { ApiParameter, Schema } from './operation.js';

/** One thing of a batch that could not land. */
export interface RejectedItem {
  /** Place in the list that was sent, from 0. */
  index: number;
  /** JSON pointer into the body. */
  pointer: string;
  reason: string;
}

/** @param example one that no other address gives: a key is good for one request */
export const idempotencyKey = (example: string): ApiParameter => ({
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Up to 200 letters of your choice, kept for a week: the same request again gets the same answer.',
  schema: { type: 'string', maxLength: 200 },
  example,
});

export const COUNT: Schema = { type: 'integer', minimum: 0 };

/** The counts and the rejects of a batch, and the names of those fields. */
export const BATCH_RESULT: Record<string, Schema> = {
  ...{ read: COUNT, new: COUNT, changed: COUNT, unchanged: COUNT, rejected: COUNT },
  rejects: {
    type: 'array',
    items: {
      type: 'object',
      required: ['index', 'pointer', 'reason'],
      properties: {
        index: { type: 'integer', description: 'Place in the list that was sent, from 0.' },
        pointer: { type: 'string', description: 'JSON pointer into the body.' },
        reason: { type: 'string' },
      },
    },
  },
};

export const BATCH_PROBLEMS: Record<number, string> = {
  422: 'The batch as a whole cannot be taken, or the Idempotency-Key was used for another body.',
  503: 'A long import is landing; try again after Retry-After.',
};

/** @throws ApiProblem */
export function readIdempotencyKey(key: string | undefined): string | null {
  if (key === undefined) return null;
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw invalid([{ parameter: 'Idempotency-Key', detail: 'Give 1 to 200 printable letters without blanks.' }]);
}

const MOST_NAMED = 10;

/** The fields of a body that have no place there. */
export function unknownFields(fields: object, known: readonly string[]): ApiFault[] {
  const unknown = Object.keys(fields).filter((name) => !known.includes(name));
  return unknown.slice(0, MOST_NAMED).map((name) => ({
    pointer: `/${name.slice(0, 40).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    detail: 'There is no such field here.',
  }));
}
