import { Module, type OnModuleInit } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { t } from '../platform/language/t.js';
import { type Banner, BannerSlot } from '../platform/web/banner.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { ImpactModule } from '../impact/impact.module.js';
import { impactPath } from '../impact/paths.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { AshbridgeStory } from './ashbridge-story.service.js';
import { AshbridgeQueries } from './ashbridge.queries.js';
import { DemoClock } from './demo-clock.service.js';
import { DemoController } from './demo.controller.js';
import { DemoNetwork } from './demo-network.service.js';
import { DemoQueries } from './demo.queries.js';
import { ImpactStudies } from './impact-studies.service.js';
import { MOMENT_PATH, TRUTH_PATH } from './paths.js';
import { TruthController } from './truth.controller.js';

/**
 * The demo: an invented network that a newcomer believes in five minutes, generated from a seed while it is loaded, with
 * a few planted stories and a clock that a visitor may move. It writes other modules' tables directly, being their test
 * data; no other module knows of it. The people and their password are listed on the demo's sign-in page.
 */
@Module({
  imports: [SignInModule, FeedbackModule, CoursesModule, ImpactModule],
  controllers: [DemoController, TruthController],
  providers: [DemoNetwork, DemoQueries, DemoClock, AshbridgeStory, AshbridgeQueries, ImpactStudies],
})
export class DemoModule implements OnModuleInit {
  constructor(
    private readonly banner: BannerSlot,
    private readonly clock: DemoClock,
  ) {}

  onModuleInit(): void {
    this.banner.fill((pagePath) => this.bannerAbove(pagePath));
  }

  /** Studies are answered with what is true of them one link away; where time cannot be moved, nothing else stands there. */
  private bannerAbove(pagePath: string): Banner | null {
    if (!this.clock.isDemo) return null;
    const link = isUnder(impactPath, pagePath) ? { text: t('What is true of it?'), path: TRUTH_PATH } : null;
    if (this.clock.movable)
      return {
        ...{ sentence: t('This is a demo and everyone in it is invented. See it:'), path: MOMENT_PATH, link },
        choices: this.clock.choices(),
      };
    return (
      link && { sentence: t('This is a demo and everyone in it is invented.'), path: MOMENT_PATH, link, choices: [] }
    );
  }
}

const isUnder = (path: string, pagePath: string) => pagePath === path || pagePath.startsWith(`${path}/`);
