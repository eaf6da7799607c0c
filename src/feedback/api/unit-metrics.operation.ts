import type { ApiOperation, Schema } from '../../platform/api/operation.js';
import { DRIVERS } from '../../platform/drivers.js';
import { EMOTIONS } from '../../platform/emotions.js';

const points = (description: string): Schema => ({ type: 'number', minimum: -100, maximum: 100, description });

const STANDING: Schema = {
  enum: ['tentative', 'firm'],
  description: 'tentative: 10 to 29 answers; firm: 30 and more.',
};

const SCALE: Schema = {
  type: 'object',
  required: ['n', 'score'],
  properties: {
    n: { type: 'integer', minimum: 0, description: 'Answers to this question.' },
    score: {
      type: ['object', 'null'],
      description: 'Null under ten answers.',
      properties: {
        topTwoBox: points('Share of answers of 4 or 5, in points out of 100.'),
        low: points('Of its 95 % Wilson interval.'),
        high: points('Of its 95 % Wilson interval.'),
        mean: { type: 'number', minimum: 1, maximum: 5 },
        standing: STANDING,
      },
    },
  },
};

const EMOTION: Schema = {
  type: 'object',
  required: ['n', 'shares', 'net'],
  properties: {
    n: { type: 'integer', minimum: 0 },
    shares: {
      type: ['object', 'null'],
      description: 'From 0 to 1; null under ten answers.',
      properties: Object.fromEntries(EMOTIONS.map((word) => [word, { type: 'number', minimum: 0, maximum: 1 }])),
    },
    net: {
      type: ['object', 'null'],
      description: '(delighted + satisfied) - (disappointed + irritated), in points.',
      properties: { points: points('Net emotion.'), low: points('95 %.'), high: points('95 %.'), standing: STANDING },
    },
  },
};

const FIGURES: Record<string, Schema> = {
  responses: { type: 'integer', minimum: 0 },
  comments: { type: 'integer', minimum: 0 },
  ease: SCALE,
  emotion: EMOTION,
  drivers: { type: 'object', properties: Object.fromEntries(DRIVERS.map((driver) => [driver, SCALE])) },
};

const week = (example: string, description: string) => ({
  schema: { type: 'string', format: 'date' },
  example,
  description,
});

export const UNIT_METRICS: ApiOperation = {
  summary: 'What customers said of a unit, week by week',
  description:
    'Closed ISO weeks in Europe/London by the customer’s time, oldest first; a week without answers is absent. Figures ' +
    'with few answers are left out as on the pages: no score under ten.',
  parameters: [
    {
      name: 'code',
      in: 'path',
      description: 'The unit’s code; branches have six digits.',
      schema: { type: 'string' },
      example: '021047',
    },
    {
      name: 'from',
      in: 'query',
      ...week('2027-01-04', 'A day of the first week; twelve weeks before the last by default.'),
    },
    { name: 'to', in: 'query', ...week('2027-02-07', 'A day of the last week; the last closed week by default.') },
  ],
  answer: {
    description: 'All the weeks together, and each by itself.',
    schema: {
      type: 'object',
      required: ['unit', 'from', 'to', 'total', 'weeks'],
      properties: {
        unit: {
          type: 'object',
          properties: { code: { type: 'string' }, name: { type: 'string' }, kind: { type: 'string' } },
        },
        from: { type: 'string', format: 'date', description: 'Monday of the first week.' },
        to: { type: 'string', format: 'date', description: 'Monday of the last week.' },
        total: { type: 'object', properties: FIGURES },
        weeks: {
          type: 'array',
          items: { type: 'object', properties: { week: { type: 'string', format: 'date' }, ...FIGURES } },
        },
      },
    },
    example: {
      unit: { code: '021047', name: 'Ashbridge', kind: 'branch' },
      from: '2027-01-04',
      to: '2027-02-01',
      total: {
        responses: 34,
        comments: 12,
        ease: { n: 34, score: { topTwoBox: 70.59, low: 53.83, high: 83.17, mean: 3.91, standing: 'firm' } },
        emotion: { n: 8, shares: null, net: null },
        drivers: { friendly: { n: 5, score: null } },
      },
      weeks: [],
    },
  },
  problems: {
    404: 'No unit within the account’s reach has the code.',
    422: 'A date is not one, or the weeks are too many.',
  },
};
