import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { NotFound } from '../../platform/errors.js';

/** The draft that the address names; what is no number is not found. */
export const DraftId = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { id } = context.switchToHttp().getRequest<Request>().params;
  if (typeof id !== 'string' || !/^[1-9]\d{0,8}$/.test(id)) throw new NotFound();
  return Number(id);
});
