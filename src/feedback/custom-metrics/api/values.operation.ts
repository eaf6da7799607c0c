import { BATCH_PROBLEMS, BATCH_RESULT, idempotencyKey } from '../../../platform/api/batch.js';
import type { ApiOperation, ApiParameter, Schema } from '../../../platform/api/operation.js';
import { GRAINS, METRIC_KINDS, METRIC_LEVELS } from '../metric.js';
import { MOST_VALUES } from './sent-batch.js';

const DAY: Schema = { type: 'string', format: 'date' };

const KEY: ApiParameter = {
  ...{ name: 'key', in: 'path', description: 'The number’s key, as its page under Feedback, Other numbers shows it.' },
  ...{ schema: { type: 'string' }, example: 'footfall' },
};

const VALUE: Schema = {
  type: 'object',
  required: ['day', 'value'],
  additionalProperties: false,
  properties: {
    place: {
      type: 'string',
      description:
        'The code of the unit, area or region, leading zeros included; left out for a number of the whole network. Of a unit ' +
        'that had merged by then, the value counts in its successor.',
    },
    day: { ...DAY, description: 'Any day of the period; the number’s own period holds it.' },
    value: { type: 'number' },
    weight: { type: ['number', 'null'], minimum: 0, description: 'Of an average: what it is weighted by.' },
  },
};

export const SEND_VALUES: ApiOperation = {
  summary: 'Send values of another number',
  description:
    'All of a batch lands in one transaction with the figures that pages show. A value that was sent before is unchanged, or ' +
    'corrected with the old one kept. One that cannot land is rejected with its reason; the others land. A place beyond the ' +
    'account’s reach is one that nobody knows.',
  parameters: [KEY, idempotencyKey('0c9a3c5e-9f0b-4f0e-8d43-6c1d1f1c2b77')],
  body: {
    description: 'Values of one number.',
    schema: {
      type: 'object',
      required: ['values'],
      additionalProperties: false,
      properties: { values: { type: 'array', minItems: 1, maxItems: MOST_VALUES, items: VALUE } },
    },
    example: { values: [{ place: '021047', day: '2027-02-01', value: 1240 }] },
  },
  answer: {
    description: 'What became of the batch.',
    schema: {
      type: 'object',
      required: ['import', ...Object.keys(BATCH_RESULT)],
      properties: {
        import: { type: 'integer', description: 'The number of this import, by which it can be taken back.' },
        ...BATCH_RESULT,
      },
    },
    example: { import: 7, read: 1, new: 1, changed: 0, unchanged: 0, rejected: 0, rejects: [] },
  },
  problems: { 404: 'No number in use has the key.', ...BATCH_PROBLEMS },
};

export const READ_VALUES: ApiOperation = {
  summary: 'The values of another number at one place',
  description: 'As they came, oldest first; each by the first day of its period.',
  parameters: [
    KEY,
    {
      ...{ name: 'place', in: 'query', description: 'Its code; left out for a number of the whole network.' },
      ...{ schema: { type: 'string' }, example: '021047' },
    },
    { name: 'from', in: 'query', description: 'A year back by default.', schema: DAY, example: '2027-01-01' },
    {
      name: 'to',
      in: 'query',
      description: 'Today by default, and at the latest.',
      schema: DAY,
      example: '2027-02-07',
    },
  ],
  answer: {
    description: 'The number and its values.',
    schema: {
      type: 'object',
      required: ['metric', 'place', 'from', 'to', 'values'],
      properties: {
        metric: {
          type: 'object',
          properties: {
            ...{ key: { type: 'string' }, name: { type: 'string' }, unit: { type: 'string' } },
            ...{ kind: { enum: METRIC_KINDS }, grain: { enum: GRAINS }, level: { enum: METRIC_LEVELS } },
          },
        },
        place: { type: ['string', 'null'] },
        from: DAY,
        to: DAY,
        values: {
          type: 'array',
          items: {
            type: 'object',
            required: ['day', 'value', 'weight'],
            properties: { day: DAY, value: { type: 'number' }, weight: { type: ['number', 'null'] } },
          },
        },
      },
    },
    example: {
      metric: { key: 'footfall', name: 'Footfall', unit: 'visitors', kind: 'count', grain: 'week', level: 'unit' },
      ...{ place: '021047', from: '2027-01-01', to: '2027-02-07' },
      values: [{ day: '2027-02-01', value: 1240, weight: null }],
    },
  },
  problems: {
    404: 'No number in use has the key, or no place within the account’s reach has the code.',
    422: 'A date is not one, or the days are too many.',
  },
};
