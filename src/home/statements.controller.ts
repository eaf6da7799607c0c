import { Controller, Get } from '@nestjs/common';
import { t } from '../platform/language/t.js';
import { Public } from '../platform/permissions.js';
import { page, type Reply } from '../platform/web/reply.js';
import { accessibilityPath } from './paths.js';

/** What we promise about access. Open to all: people read it before they sign in. */
@Controller()
export class StatementsController {
  @Get(accessibilityPath)
  @Public()
  accessibility(): Reply {
    return page('home/accessibility', { title: t('Accessibility') });
  }
}
