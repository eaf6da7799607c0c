import { BATCH_PROBLEMS, BATCH_RESULT, COUNT, idempotencyKey } from '../../platform/api/batch.js';
import type { ApiOperation, Schema } from '../../platform/api/operation.js';
import { DRIVERS } from '../../platform/drivers.js';
import { EMOTIONS } from '../../platform/emotions.js';
import { MOST_RESPONSES } from './batch.js';

const SCORE: Schema = { type: ['integer', 'null'], minimum: 1, maximum: 5 };

const RESPONSE: Schema = {
  type: 'object',
  required: ['responseId', 'unit', 'at'],
  additionalProperties: false,
  properties: {
    responseId: {
      type: 'string',
      maxLength: 200,
      description: 'The programme’s own name of the response; sending it again corrects it.',
    },
    unit: {
      type: 'string',
      description:
        'The unit’s code, leading zeros included. Of one that had merged by then, the response counts in its successor.',
    },
    at: { type: 'string', description: 'When the customer answered: ISO 8601; without an offset it is London time.' },
    ease: SCORE,
    emotion: { enum: [...EMOTIONS, null] },
    drivers: {
      type: ['object', 'null'],
      additionalProperties: false,
      properties: Object.fromEntries(DRIVERS.map((driver) => [driver, SCORE])),
    },
    comment: {
      type: ['string', 'null'],
      description: 'Phone numbers, e-mail addresses, cards, postcodes and names are masked on the way in.',
    },
    mayContact: {
      type: ['boolean', 'null'],
      description: 'Whether the customer may be asked further about this answer; null when nobody said.',
    },
  },
};

export const SEND_RESPONSES: ApiOperation = {
  summary: 'Send what customers answered',
  description:
    'All of a batch lands in one transaction with the figures that pages show. A response that was sent before is ' +
    'unchanged, or corrected with its old values kept. One that cannot land is rejected with its reason; the others land. ' +
    'A unit beyond the account’s reach is one that nobody knows.',
  parameters: [idempotencyKey('7f1d2f6e-6b0f-4a4b-9d1e-2f3a1c5b7a90')],
  body: {
    description: 'A batch of one survey programme.',
    schema: {
      type: 'object',
      required: ['source', 'responses'],
      additionalProperties: false,
      properties: {
        source: {
          type: 'string',
          maxLength: 100,
          description: 'The survey programme, by name; a new name makes a new one.',
        },
        responses: { type: 'array', minItems: 1, maxItems: MOST_RESPONSES, items: RESPONSE },
      },
    },
    example: {
      source: 'Branch survey',
      responses: [
        {
          responseId: 'R-1001',
          unit: '021047',
          at: '2027-02-09T10:15:00Z',
          ease: 4,
          emotion: 'satisfied',
          drivers: { friendly: 5, efficiency: 3 },
          comment: 'Quick, and she explained it well.',
        },
      ],
    },
  },
  answer: {
    description: 'What became of the batch.',
    schema: {
      type: 'object',
      required: ['import', ...Object.keys(BATCH_RESULT), 'merged'],
      properties: {
        import: { type: 'integer', description: 'The number of this import.' },
        ...BATCH_RESULT,
        merged: {
          type: 'array',
          description: 'Responses that named a unit which had closed by their day: they count in what it merged into.',
          items: {
            type: 'object',
            required: ['unit', 'mergedOn', 'mergedInto', 'countsIn', 'responses'],
            properties: {
              unit: { type: 'string', description: 'The code that the responses gave.' },
              mergedOn: { type: 'string', format: 'date', description: 'Its last day.' },
              mergedInto: { type: 'string' },
              countsIn: { type: 'string', description: 'Another code when that unit has merged in turn.' },
              responses: COUNT,
            },
          },
        },
      },
    },
    example: { import: 12, read: 1, new: 1, changed: 0, unchanged: 0, rejected: 0, rejects: [], merged: [] },
  },
  problems: BATCH_PROBLEMS,
};
