import { describe, expect, it } from '@jest/globals';
import { openApi } from './openapi.js';
import type { ApiOperation } from './operation.js';

const operation: ApiOperation = {
  summary: 'Pour tea',
  parameters: [
    { name: 'pot', in: 'path', description: 'Which pot.', schema: { type: 'string' } },
    { name: 'milk', in: 'query', description: 'How much.', schema: { type: 'integer' } },
  ],
  body: { description: 'The cup.', schema: { type: 'object' }, example: { size: 2 } },
  answer: { description: 'Tea.', schema: { type: 'object' }, example: {} },
  problems: { 418: 'It is a teapot.' },
};
const route = { method: 'POST', path: '/api/v1/pots/:pot/cups', handler: 'PotsController.pour', operation };

describe('the description of the API', () => {
  const document = openApi([{ ...route, scope: 'metrics:read' }], 'https://learn.example.org') as {
    paths: Record<string, Record<string, { responses: object; parameters: object[]; security: object[] }>>;
  };
  const pour = document.paths['/api/v1/pots/{pot}/cups']!.post!;

  it('names every answer that the declaration and the entrance make possible', () => {
    expect(Object.keys(pour.responses)).toEqual(['200', '400', '401', '403', '413', '415', '418', '429', 'default']);
  });

  it('needs what stands in the path, and the scope', () => {
    expect(pour.parameters).toMatchObject([
      { name: 'pot', required: true },
      { name: 'milk', required: false },
    ]);
    expect(pour).toMatchObject({ operationId: 'Pots.pour', security: [{ serviceAccount: ['metrics:read'] }] });
  });

  it('puts the methods of one address together, public ones without security', () => {
    const both = openApi(
      [
        { ...route, scope: null },
        { ...route, method: 'GET', scope: null },
      ],
      'x',
    ) as typeof document;
    const methods = both.paths['/api/v1/pots/{pot}/cups']!;
    expect(Object.keys(methods)).toEqual(['post', 'get']);
    expect(methods.get).toMatchObject({ security: [] });
    expect(Object.keys(methods.get!.responses)).not.toContain('401');
  });
});
