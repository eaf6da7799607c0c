import { SetMetadata } from '@nestjs/common';

/** JSON Schema, as OpenAPI 3.1 takes it. */
export type Schema = { [keyword: string]: unknown };

export interface ApiParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  description: string;
  required?: boolean;
  schema: Schema;
  /** Of an example that the server accepts. */
  example?: string;
}

/** What a handler of the API takes and answers, declared beside it; /api/v1/openapi.json is made of these. */
export interface ApiOperation {
  summary: string;
  description?: string;
  parameters?: ApiParameter[];
  body?: { description: string; schema: Schema; example: unknown };
  answer: { description: string; schema: Schema; example: unknown; headers?: Record<string, string> };
  /** Statuses of problem documents beside those that every address can answer. */
  problems?: Record<number, string>;
}

export const OPERATION = 'cxu:operation';

export const Operation = (operation: ApiOperation) => SetMetadata(OPERATION, operation);
