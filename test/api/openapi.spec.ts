import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SCOPES } from '../../src/platform/api/service-account.js';
import { DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import type { TestApp } from '../support/app.js';
import { ask, startApi, tokenFor } from './api-world.js';

interface Described {
  operationId: string;
  summary: string;
  security: Record<string, string[]>[];
  parameters?: { name: string; in: string; required: boolean; schema: object; example?: string }[];
  requestBody?: { content: { 'application/json': { schema: object; example: unknown } } };
  responses: Record<string, { description: string; content: Record<string, { schema: object; example?: unknown }> }>;
}

describe('/api/v1/openapi.json', () => {
  let app: TestApp;
  let document: { openapi: string; info: object; paths: Record<string, Record<string, Described>>; components: object };
  let operations: [string, string, Described][];

  beforeAll(async () => {
    app = await startApi();
    document = (await ask(app, 'GET', '/api/v1/openapi.json')).json as unknown as typeof document;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]): [string, string, Described] => [method, path, one]),
    );
  });
  afterAll(() => app.stop());

  it('is an OpenAPI 3.1 document that anybody may read', () => {
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\.\d+$/),
      info: { title: expect.any(String), version: expect.any(String) },
      servers: [{ url: expect.stringMatching(/^https?:/) }],
      components: { securitySchemes: { serviceAccount: { type: 'http', scheme: 'bearer' } } },
    });
  });

  it('describes every route of the API, and nothing else', () => {
    const routes = app.nest.get(DeclaredRoutes).all();
    const wanted = routes.filter((route) => route.path.startsWith('/api/'));
    const named = operations.map(([method, path]) => `${method.toUpperCase()} ${path}`);
    expect(named.sort()).toEqual(
      wanted.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`).sort(),
    );
    expect(wanted.every(({ scope, isPublic }) => isPublic || scope !== null)).toBe(true);
  });

  it('says of each what it needs, takes and answers', () => {
    expect(new Set(operations.map(([, , one]) => one.operationId)).size).toBe(operations.length);
    for (const [method, path, one] of operations) {
      expect(one.summary).toMatch(/^[A-Z]/);
      expect(Object.keys(one.responses)).toEqual(expect.arrayContaining(['200', 'default']));
      for (const [status, { description, content }] of Object.entries(one.responses)) {
        expect(description).not.toBe('');
        expect(Object.keys(content)).toEqual([status === '200' ? 'application/json' : 'application/problem+json']);
      }
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = (one.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(declared.map((parameter) => [parameter.name, parameter.required])).toEqual(
        inPath.map((name) => [name, true]),
      );
      expect(one.requestBody !== undefined).toBe(method === 'post');
      for (const scope of one.security.flatMap((needs) => needs.serviceAccount ?? [])) expect(SCOPES).toContain(scope);
    }
  });

  it('refers to nothing that it does not hold', () => {
    const text = JSON.stringify(document);
    for (const [, ref] of text.matchAll(/"\$ref":"#([^"]+)"/g)) {
      const found = ref!
        .split('/')
        .slice(1)
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
      expect([ref, typeof found]).toEqual([ref, 'object']);
    }
  });

  it('gives examples that the server accepts and that look like its answers', async () => {
    const token = await tokenFor(app, [...SCOPES]);
    for (const [method, path, one] of operations) {
      const given = (place: string) =>
        (one.parameters ?? []).filter((parameter) => parameter.in === place && parameter.example);
      const address = path.replace(
        /\{(\w+)\}/g,
        (_, name: string) => given('path').find((p) => p.name === name)!.example!,
      );
      const query = new URLSearchParams(given('query').map(({ name, example }): [string, string] => [name, example!]));
      const headers = Object.fromEntries(given('header').map(({ name, example }) => [name, example!]));
      const body = one.requestBody?.content['application/json'].example;
      const answer = await ask(app, method.toUpperCase(), `${address}?${query.toString()}`, { token, body, headers });
      expect([address, answer.status]).toEqual([address, 200]);
      const { schema, example } = one.responses['200']!.content['application/json']!;
      expect(Object.keys(answer.json)).toEqual(expect.arrayContaining(Object.keys(example as object)));
      expect(misfits(answer.json, schema as Schema)).toEqual([]);
      expect(misfits(example, schema as Schema)).toEqual([]);
      if (body !== undefined) {
        expect(misfits(body, one.requestBody!.content['application/json'].schema as Schema)).toEqual([]);
      }
    }
  });
});

interface Schema {
  type?: string | string[];
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** As much of JSON Schema as the document uses, kept here so that the document is held to more than its own code. */
function misfits(value: unknown, schema: Schema, at = ''): string[] {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (schema.type && !isOneOf(value, type, [schema.type].flat())) return [`${at}: is ${type}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: is none of ${schema.enum.join()}`];
  if (type === 'object') return inFields(value as Record<string, unknown>, schema, at);
  if (type !== 'array') return [];
  return (value as unknown[]).flatMap((item, n) => misfits(item, schema.items ?? {}, `${at}/${n}`));
}

function isOneOf(value: unknown, type: string, names: string[]): boolean {
  return names.includes(type) || (names.includes('integer') && Number.isInteger(value));
}

function inFields(fields: Record<string, unknown>, schema: Schema, at: string): string[] {
  const missing = (schema.required ?? [])
    .filter((name) => !(name in fields))
    .map((name) => `${at}/${name}: is missing`);
  const inner = Object.entries(fields).flatMap(([name, field]) =>
    misfits(field, schema.properties?.[name] ?? {}, `${at}/${name}`),
  );
  return [...missing, ...inner];
}
