import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { NotFound } from '../errors.js';

/** `@RowId() id: number`: the row that the address names under `:id`. What no row can have as its number is not found. */
export const RowId = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { id } = context.switchToHttp().getRequest<Request>().params;
  if (typeof id !== 'string' || !/^[1-9]\d{0,8}$/.test(id)) throw new NotFound();
  return Number(id);
});
