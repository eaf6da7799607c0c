import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Database } from '../database/database.js';
import { Public } from '../permissions.js';

/** For load balancers: alive means that the process answers, ready that it reaches its database. */
@Controller('health')
export class HealthController {
  constructor(private readonly db: Database) {}

  @Get('live')
  @Public()
  @Header('Cache-Control', 'no-store')
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) response: Response) {
    const answered = await this.db.query('select 1').then(
      () => true,
      () => false,
    );
    response.status(answered ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return { status: answered ? 'ready' : 'unavailable' };
  }
}
