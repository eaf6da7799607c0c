import { Controller, Get } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { Can } from '../platform/permissions.js';
import { SettingsQueries } from '../platform/settings.queries.js';
import { By } from '../platform/web/by.js';
import { page, type Reply } from '../platform/web/reply.js';
import { demoPermissions } from './demo.policy.js';
import { DemoQueries } from './demo.queries.js';
import { TRUTH_PATH } from './paths.js';
import { TRUTH, type TrueStory } from './planted-truth.js';
import { presentTruth } from './truth.presenter.js';

/** What is true of the demo. Nothing is there where no demo was loaded. */
@Controller()
export class TruthController {
  constructor(
    private readonly settings: SettingsQueries,
    private readonly demo: DemoQueries,
  ) {}

  @Get(TRUTH_PATH)
  @Can(demoPermissions.truth)
  async show(@By() actor: Actor): Promise<Reply> {
    const stories = await this.settings.read<TrueStory[]>(TRUTH);
    if (stories === null) throw new NotFound();
    const titles = await this.demo.courseTitles(stories.map(({ slug }) => slug));
    return page('demo/truth', presentTruth(stories, titles, actor), { bench: true });
  }
}
