import { Body, Controller, Header, HttpCode, type OnModuleInit, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { NotFound } from '../../platform/errors.js';
import { Public } from '../../platform/permissions.js';
import { ForeignPosts } from '../../platform/web/foreign-posts.js';
import { providerLogoutPath } from '../paths.js';
import { IdentityProvider } from './identity-provider.service.js';
import { ProviderLogouts } from './provider-logout.service.js';

/** Posted by the identity provider itself. Its signed token is the proof; there is no form and no session. */
@Controller()
export class ProviderLogoutController implements OnModuleInit {
  constructor(
    private readonly foreign: ForeignPosts,
    private readonly provider: IdentityProvider,
    private readonly logouts: ProviderLogouts,
  ) {}

  onModuleInit(): void {
    this.foreign.allow(providerLogoutPath);
  }

  @Public()
  @Post(providerLogoutPath)
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async hear(
    @Body() body: Record<string, unknown> | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    if (!this.provider.isThere) throw new NotFound();
    const token = body?.logout_token;
    const refused = typeof token === 'string' ? await this.logouts.hear(token) : 'logout_token';
    if (refused === null) return {};
    response.status(400);
    return { error: 'invalid_request' };
  }
}
