/**
 * Sign-in owns the ways in: passwords with their throttle and one-time links, codes on paper, the company's identity provider,
 * shared devices and service accounts; people's sessions and their account page; what a browser remembers, and answers that
 * arrived after a session had ended. It does not own people, postings and roles (network) nor the session's plumbing and
 * cookies (platform/web).
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { Traces } from '../network/changes/traces.service.js';
import { Config } from '../platform/config.js';
import { msg } from '../platform/language/t.js';
import { AccountLinks } from '../platform/web/account-links.js';
import { AdminLinks } from '../platform/web/admin-links.js';
import { NetworkModule } from '../network/network.module.js';
import { PeopleModule } from '../network/people.module.js';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { AccountController } from './account/account.controller.js';
import { AccountQueries } from './account/account.queries.js';
import { codeSheetsLink } from './first-codes/choose-people.presenter.js';
import { CodeSheetController } from './first-codes/code-sheet.controller.js';
import { FirstCodeController } from './first-codes/first-code.controller.js';
import { firstCodePermissions } from './first-codes/first-codes.policy.js';
import { FirstCodesQueries } from './first-codes/first-codes.queries.js';
import { FirstCodes } from './first-codes/first-codes.service.js';
import { FirstPasswords } from './first-codes/first-password.service.js';
import { HeldPostsController } from './held-posts/held-posts.controller.js';
import { HeldPostsQueries } from './held-posts/held-posts.queries.js';
import { HeldPosts } from './held-posts/held-posts.service.js';
import { mayUsePassword } from './passwords/password-rule.js';
import { OwnPasswordController } from './passwords/own-password.controller.js';
import { ownPasswordLink } from './passwords/own-password.presenter.js';
import { OwnPassword } from './passwords/own-password.service.js';
import { CompanySignInController } from './identity-provider/company-sign-in.controller.js';
import { CompanySignIn } from './identity-provider/company-sign-in.service.js';
import { IdentityProvider } from './identity-provider/identity-provider.service.js';
import { ProviderLogoutController } from './identity-provider/provider-logout.controller.js';
import { ProviderLogouts } from './identity-provider/provider-logout.service.js';
import { ProviderVisitsQueries } from './identity-provider/provider-visits.queries.js';
import { SignInAdminController } from './identity-provider/sign-in-admin.controller.js';
import { signInAdminPermissions } from './identity-provider/sign-in-admin.policy.js';
import { RefusalsQueries } from './identity-provider/refusals.queries.js';
import { OneTimeLinksQueries } from './passwords/one-time-links.queries.js';
import { OneTimeLinks } from './passwords/one-time-links.service.js';
import { Passwords } from './passwords/passwords.service.js';
import { SignInHelpController } from './passwords/sign-in-help.controller.js';
import { serviceAccountsPath, signInAdminPath } from './paths.js';
import { ServiceAccountPlacesQueries } from './service-accounts/service-account-places.queries.js';
import { ServiceAccountsController } from './service-accounts/service-accounts.controller.js';
import { serviceAccountPermissions } from './service-accounts/service-accounts.policy.js';
import { ServiceAccountsQueries } from './service-accounts/service-accounts.queries.js';
import { ServiceAccounts } from './service-accounts/service-accounts.service.js';
import { SHARED_DEVICE_CONTROLLERS, SHARED_DEVICE_PROVIDERS } from './shared-devices/shared-devices.providers.js';
import { Sessions } from './sessions.service.js';
import { OwnSessionsController } from './sessions/own-sessions.controller.js';
import { OwnSessions } from './sessions/own-sessions.service.js';
import { SignInCard } from './sessions/person-card.service.js';
import { sessionsLink } from './sessions/sessions.presenter.js';
import { SessionsQueries } from './sessions/sessions.queries.js';
import { SHARED_DEVICES_PRIVACY } from './shared-devices/shared-devices-privacy.queries.js';
import { SIGN_IN_PRIVACY } from './sign-in-privacy.queries.js';
import { SignInController } from './sign-in.controller.js';
import { SignInJobs } from './sign-in.jobs.js';
import { SignInQueries } from './sign-in.queries.js';
import { SignInSerializer } from './sign-in.serializer.js';
import { SignInService } from './sign-in.service.js';
import { SignInStrategy } from './sign-in.strategy.js';
import { Tries } from './tries.service.js';
import { SIGN_IN_TRACE } from './sign-in-traces.js';

@Privacy(SIGN_IN_PRIVACY, SHARED_DEVICES_PRIVACY)
@Module({
  imports: [NetworkModule, PeopleModule],
  controllers: [
    SignInController,
    CompanySignInController,
    ProviderLogoutController,
    SignInAdminController,
    SignInHelpController,
    AccountController,
    OwnSessionsController,
    OwnPasswordController,
    FirstCodeController,
    CodeSheetController,
    HeldPostsController,
    ServiceAccountsController,
    ...SHARED_DEVICE_CONTROLLERS,
  ],
  providers: [
    AccountQueries,
    CompanySignIn,
    FirstCodes,
    FirstCodesQueries,
    FirstPasswords,
    IdentityProvider,
    ProviderLogouts,
    ProviderVisitsQueries,
    RefusalsQueries,
    HeldPosts,
    HeldPostsQueries,
    OneTimeLinks,
    OneTimeLinksQueries,
    OwnPassword,
    OwnSessions,
    Passwords,
    ServiceAccountPlacesQueries,
    ServiceAccounts,
    ServiceAccountsQueries,
    Sessions,
    SessionsQueries,
    SignInCard,
    SignInJobs,
    SignInQueries,
    SignInSerializer,
    SignInService,
    SignInStrategy,
    Tries,
    ...SHARED_DEVICE_PROVIDERS,
  ],
  exports: [OneTimeLinks, Passwords, SignInService],
})
export class SignInModule implements OnModuleInit {
  constructor(
    private readonly links: AdminLinks,
    private readonly account: AccountLinks,
    private readonly config: Config,
    private readonly traces: Traces,
  ) {}

  onModuleInit(): void {
    this.traces.register(SIGN_IN_TRACE);
    this.account.register(sessionsLink);
    this.account.register({
      ...ownPasswordLink,
      shows: (actor) => mayUsePassword({ ...actor, demo: false }, this.config),
    });
    this.account.register({ ...codeSheetsLink, permission: firstCodePermissions.make });
    this.links.register({
      label: msg('Signing in'),
      about: msg('The company’s own sign-in: its settings, a test of the connection, and what was refused.'),
      path: signInAdminPath,
      order: 55,
      permission: signInAdminPermissions.see,
    });
    this.links.register({
      label: msg('Service accounts'),
      about: msg('Other software that may send answers or read metrics.'),
      path: serviceAccountsPath,
      order: 60,
      permission: serviceAccountPermissions.manage,
    });
  }
}
