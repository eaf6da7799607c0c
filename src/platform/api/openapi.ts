/** Writes the declarations of the API’s handlers as one OpenAPI 3.1 document. */
import type { ApiOperation, ApiParameter, Schema } from './operation.js';
import { PROBLEM_TYPE } from './problem-details.js';
import type { ScopeName } from './service-account.js';

export interface ApiRoute {
  /** 'GET', 'POST'. */
  method: string;
  /** As declared: '/api/v1/units/:code/metrics'. */
  path: string;
  /** `Controller.handler`. */
  handler: string;
  /** Null for public routes. */
  scope: ScopeName | null;
  operation: ApiOperation;
}

export function openApi(routes: readonly ApiRoute[], server: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'CX University', version: '1', description: ABOUT },
    servers: [{ url: server }],
    paths,
    components: {
      securitySchemes: {
        serviceAccount: { type: 'http', scheme: 'bearer', description: 'A service account’s token.' },
      },
      schemas: { Problem: PROBLEM },
    },
  };
}

const ABOUT =
  'For other software of the company. An administrator makes a service account and hands over its token. Errors are ' +
  'problem documents (RFC 9457); a program branches on their type, a person reads their detail.';

function operationOf({ handler, scope, operation }: ApiRoute): Schema {
  const { summary, description, parameters = [], body } = operation;
  return {
    operationId: handler.replace(/Controller\./, '.'),
    summary,
    ...(description && { description }),
    security: scope === null ? [] : [{ serviceAccount: [scope] }],
    ...(parameters.length > 0 && { parameters: parameters.map(parameterOf) }),
    ...(body && {
      requestBody: {
        required: true,
        description: body.description,
        content: { 'application/json': { schema: body.schema, example: body.example } },
      },
    }),
    responses: responsesOf(scope, operation),
  };
}

function parameterOf({ required, ...parameter }: ApiParameter): Schema {
  return { ...parameter, required: parameter.in === 'path' || required === true };
}

function responsesOf(scope: ScopeName | null, { answer, body, problems = {} }: ApiOperation): Schema {
  const described = { ...(scope !== null && GUARDED), ...(body && WITH_BODY), ...problems };
  return {
    200: {
      description: answer.description,
      ...(answer.headers && { headers: headersOf(answer.headers) }),
      content: { 'application/json': { schema: answer.schema, example: answer.example } },
    },
    ...Object.fromEntries(Object.entries(described).map(([status, words]) => [status, problem(words)])),
    default: problem('Any other problem.'),
  };
}

const GUARDED: Record<number, string> = {
  401: 'No token, or one that is not known, was revoked or has come to its end.',
  403: 'The account does not have the scope.',
  429: 'The account asked too often; Retry-After says how many seconds to wait.',
};

const WITH_BODY: Record<number, string> = {
  400: 'The body is not JSON.',
  413: 'The body is too large.',
  415: 'The body is not application/json.',
};

function problem(description: string): Schema {
  return { description, content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } };
}

function headersOf(headers: Record<string, string>): Schema {
  const entries = Object.entries(headers);
  return Object.fromEntries(entries.map(([name, description]) => [name, { description, schema: { type: 'string' } }]));
}

const FAULT: Schema = {
  type: 'object',
  required: ['detail'],
  properties: {
    detail: { type: 'string' },
    pointer: { type: 'string', description: 'JSON pointer (RFC 6901) into the body.' },
    parameter: { type: 'string', description: 'A parameter of the address, or a header.' },
  },
};

const PROBLEM: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'urn:cxu:problem:…, stable.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'For a person to read.' },
    instance: { type: 'string', format: 'uri', description: 'The request, as our log calls it.' },
    errors: { type: 'array', items: FAULT },
  },
};
