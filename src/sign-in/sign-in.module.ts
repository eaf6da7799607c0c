/**
 * Sign-in owns passwords and the one-time links to choose one, tries and their throttle, what a browser remembers, and answers that arrived after a session
 * had ended. It does not own people (network) nor the session's plumbing and cookies (platform/web).
 */
import { Module } from '@nestjs/common';
import { HeldPostsController } from './held-posts/held-posts.controller.js';
import { HeldPostsQueries } from './held-posts/held-posts.queries.js';
import { HeldPosts } from './held-posts/held-posts.service.js';
import { OneTimeLinksQueries } from './passwords/one-time-links.queries.js';
import { OneTimeLinks } from './passwords/one-time-links.service.js';
import { Passwords } from './passwords/passwords.service.js';
import { SignInHelpController } from './passwords/sign-in-help.controller.js';
import { Sessions } from './sessions.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInJobs } from './sign-in.jobs.js';
import { SignInQueries } from './sign-in.queries.js';
import { SignInSerializer } from './sign-in.serializer.js';
import { SignInService } from './sign-in.service.js';
import { SignInStrategy } from './sign-in.strategy.js';

@Module({
  controllers: [SignInController, SignInHelpController, HeldPostsController],
  providers: [
    HeldPosts,
    HeldPostsQueries,
    OneTimeLinks,
    OneTimeLinksQueries,
    Passwords,
    Sessions,
    SignInJobs,
    SignInQueries,
    SignInSerializer,
    SignInService,
    SignInStrategy,
  ],
  exports: [OneTimeLinks, Passwords, SignInService],
})
export class SignInModule {}
