import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Database } from '../database/database.js';
import { Public } from '../permissions.js';
import { Readiness } from './readiness.js';

/** For load balancers: alive means that the process answers, ready that it reaches its database and is not leaving. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly readiness: Readiness,
  ) {}

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
    const status = this.readiness.isLeaving ? 'stopping' : await this.ofTheDatabase();
    response.status(status === 'ready' ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return { status };
  }

  private ofTheDatabase(): Promise<'ready' | 'unavailable'> {
    return this.db.query('select 1').then(
      () => 'ready',
      () => 'unavailable',
    );
  }
}
