import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Public } from '../permissions.js';

/** For load balancers: alive means that the process answers, ready that it reaches its database. */
@Controller('health')
export class HealthController {
  constructor(private readonly db: Database) {}

  @Get('live')
  @Public()
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  async ready() {
    const answered = await this.db.query('select 1').then(
      () => true,
      () => false,
    );
    if (!answered) throw new ServiceUnavailableException();
    return { status: 'ready' };
  }
}
