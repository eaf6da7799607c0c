import { Body, Controller, Headers, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { readIdempotencyKey } from '../../platform/api/batch.js';
import { Operation } from '../../platform/api/operation.js';
import { ByAccount, Scope } from '../../platform/api/scope.js';
import type { ServiceAccount } from '../../platform/api/service-account.js';
import { readBatch } from './batch.js';
import { SEND_RESPONSES } from './responses.operation.js';
import { type BatchAnswer, SentResponses } from './sent-responses.service.js';

@Controller('api/v1/responses')
export class ResponsesApiController {
  constructor(private readonly responses: SentResponses) {}

  @Post()
  @HttpCode(200)
  @Scope('responses:write')
  @Operation(SEND_RESPONSES)
  send(
    @ByAccount() account: ServiceAccount,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: Request,
  ): Promise<BatchAnswer> {
    const idempotencyKey = readIdempotencyKey(key);
    const bodySha256 = request.bodySha256 ?? '';
    return this.responses.take(account, { ...readBatch(body), bodySha256, idempotencyKey });
  }
}
