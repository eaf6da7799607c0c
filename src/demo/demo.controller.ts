import { Body, Controller, Headers, Post } from '@nestjs/common';
import { BadRequest, NotFound } from '../platform/errors.js';
import { t } from '../platform/language/t.js';
import { Public } from '../platform/permissions.js';
import { seeOther } from '../platform/web/reply.js';
import { DemoClock } from './demo-clock.service.js';
import { isMoment } from './moments.js';
import { MOMENT_PATH, pathOfReferer } from './paths.js';

/** Moves the demo's time. Open to every visitor of a demo, and nowhere else. */
@Controller()
export class DemoController {
  constructor(private readonly clock: DemoClock) {}

  @Post(MOMENT_PATH)
  @Public()
  async move(@Body() body: { moment?: unknown }, @Headers('referer') referer?: string) {
    if (!this.clock.movable) throw new NotFound();
    if (!isMoment(body.moment)) throw new BadRequest(t('Choose one of the three moments.'));
    await this.clock.moveTo(body.moment);
    return seeOther(pathOfReferer(referer));
  }
}
