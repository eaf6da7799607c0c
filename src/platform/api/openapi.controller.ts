import { Controller, Get } from '@nestjs/common';
import { Config } from '../config.js';
import { Public } from '../permissions.js';
import { DeclaredRoutes } from '../web/declared-routes.js';
import { openApi } from './openapi.js';
import { Operation } from './operation.js';

/** The API describes itself, to anybody who asks. */
@Controller('api/v1')
export class OpenApiController {
  constructor(
    private readonly routes: DeclaredRoutes,
    private readonly config: Config,
  ) {}

  @Get('openapi.json')
  @Public()
  @Operation({
    summary: 'This description',
    answer: { description: 'An OpenAPI 3.1 document.', schema: { type: 'object' }, example: { openapi: '3.1.0' } },
  })
  document() {
    const described = this.routes
      .all()
      .flatMap(({ operation, ...route }) => (operation ? [{ ...route, operation }] : []));
    return openApi(described, this.config.url);
  }
}
