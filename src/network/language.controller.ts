import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { Config } from '../platform/config.js';
import { BadRequest } from '../platform/errors.js';
import { isLanguage } from '../platform/language/language.js';
import { keepDeviceLanguage } from '../platform/language/language-cookie.js';
import { t } from '../platform/language/t.js';
import { Public } from '../platform/permissions.js';
import { By } from '../platform/web/by.js';
import { localPath } from '../platform/web/local-path.js';
import { type Reply, seeOther } from '../platform/web/reply.js';
import { LanguageService } from './language.service.js';
import { languagePath } from './paths.js';

/** The switch in the foot of every page: English or Welsh, for this device and, once signed in, for the person. */
@Controller()
export class LanguageController {
  constructor(
    private readonly languages: LanguageService,
    private readonly config: Config,
  ) {}

  @Public()
  @Post(languagePath)
  async choose(
    @By() actor: Actor | null,
    @Body() fields: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply> {
    const language = fields?.language;
    if (!isLanguage(language)) throw new BadRequest(t('Choose English or Cymraeg.'));
    if (actor !== null) await this.languages.choose(actor, language);
    // A shared device does not keep the language of whoever was there last.
    if (actor === null || !request.shared) keepDeviceLanguage(response, language, this.config.secure);
    return seeOther(localPath(fields?.next));
  }
}
