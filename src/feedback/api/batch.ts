/** The document in which responses are sent, before its responses are looked at one by one. */
import { type ApiFault, invalid } from '../../platform/api/api-problem.js';
import { unknownFields } from '../../platform/api/batch.js';
import { LONGEST_SOURCE_NAME } from '../imports/source-name.js';

export const MOST_RESPONSES = 1000;

export interface Batch {
  source: string;
  responses: unknown[];
}

/** @throws ApiProblem that points to everything that has to be put right */
export function readBatch(body: unknown): Batch {
  const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : null;
  if (fields === null) throw invalid([{ pointer: '', detail: 'Send an object with source and responses.' }]);
  const batch = { source: own(fields, 'source'), responses: own(fields, 'responses') };
  const faults = [
    ...sourceFaults(batch.source),
    ...responsesFaults(batch.responses),
    ...unknownFields(fields, ['source', 'responses']),
  ];
  if (faults.length > 0) throw invalid(faults);
  return { source: (batch.source as string).trim(), responses: batch.responses as unknown[] };
}

function sourceFaults(source: unknown): ApiFault[] {
  const usable = typeof source === 'string' && source.trim() !== '' && !/\p{Cc}|\p{Cs}/u.test(source);
  if (usable && source.length <= LONGEST_SOURCE_NAME) return [];
  const detail = `Name the survey programme in up to ${LONGEST_SOURCE_NAME} characters.`;
  return [{ pointer: '/source', detail }];
}

function responsesFaults(responses: unknown): ApiFault[] {
  const usable = Array.isArray(responses) && responses.length > 0 && responses.length <= MOST_RESPONSES;
  return usable ? [] : [{ pointer: '/responses', detail: `Send a list of 1 to ${MOST_RESPONSES} responses.` }];
}

const own = (fields: object, name: string): unknown =>
  Object.hasOwn(fields, name) ? (fields as Record<string, unknown>)[name] : undefined;
