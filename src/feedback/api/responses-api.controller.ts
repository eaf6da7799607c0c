import { Body, Controller, Headers, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { invalid } from '../../platform/api/api-problem.js';
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
    const idempotencyKey = readKey(key);
    const bodySha256 = request.bodySha256 ?? '';
    return this.responses.take(account, { ...readBatch(body), bodySha256, idempotencyKey });
  }
}

function readKey(key: string | undefined): string | null {
  if (key === undefined) return null;
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw invalid([{ parameter: 'Idempotency-Key', detail: 'Give 1 to 200 printable letters without blanks.' }]);
}
