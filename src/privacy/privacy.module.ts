/**
 * Privacy: what is held about people, for how long, and who looked at it. It runs what every module registers with
 * `platform/privacy` (data, retention rules, erasures, words for the audit log) and shows it: to a person their own data
 * and a copy of it, to an administrator periods, leavers, holds and the audit log, to everybody a statement of all that.
 * It owns no data of the product but copies, holds and what the nights did; what goes, each module says itself.
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { msg } from '../platform/language/t.js';
import { Erasures } from '../platform/privacy/erasure.js';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { RetentionRules } from '../platform/privacy/retention.js';
import { AccountLinks } from '../platform/web/account-links.js';
import { AdminLinks } from '../platform/web/admin-links.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditQueries } from './audit/audit.queries.js';
import { EntriesHeld } from './audit/entries-held.queries.js';
import { CopiesController } from './copies/copies.controller.js';
import { CopiesJobs } from './copies/copies.jobs.js';
import { CopiesQueries } from './copies/copies.queries.js';
import { CopiesRule } from './copies/copies-rule.service.js';
import { Copies } from './copies/copies.service.js';
import { CopyFolder } from './copies/copy-folder.service.js';
import { CopyNotices } from './copies/copy-notices.service.js';
import { LeaversController } from './leavers/leavers.controller.js';
import { LeaversQueries } from './leavers/leavers.queries.js';
import { Leavers } from './leavers/leavers.service.js';
import { LooksController } from './looks/looks.controller.js';
import { LooksQueries } from './looks/looks.queries.js';
import { OWN_PRIVACY } from './own-data.queries.js';
import { adminPrivacyPath, auditPath, looksPath, myDataPath } from './paths.js';
import { privacyPermissions } from './privacy.policy.js';
import { RetentionController } from './retention/retention.controller.js';
import { RetentionJobs } from './retention/retention.jobs.js';
import { RetentionQueries } from './retention/retention.queries.js';
import { Retention } from './retention/retention.service.js';
import { StatementController } from './statement/statement.controller.js';

@Privacy(OWN_PRIVACY)
@Module({
  imports: [NotificationsModule],
  controllers: [
    StatementController,
    CopiesController,
    LooksController,
    RetentionController,
    LeaversController,
    AuditController,
  ],
  providers: [
    AuditQueries,
    Copies,
    CopiesJobs,
    CopiesQueries,
    CopiesRule,
    CopyFolder,
    CopyNotices,
    EntriesHeld,
    Leavers,
    LeaversQueries,
    LooksQueries,
    Retention,
    RetentionJobs,
    RetentionQueries,
  ],
})
export class PrivacyModule implements OnModuleInit {
  constructor(
    private readonly rules: RetentionRules,
    private readonly erasures: Erasures,
    private readonly copies: CopiesRule,
    private readonly leavers: Leavers,
    private readonly adminLinks: AdminLinks,
    private readonly accountLinks: AccountLinks,
  ) {}

  onModuleInit(): void {
    this.rules.register(this.leavers.rule(), this.copies.rule());
    this.erasures.register(this.copies.erasure());
    this.enterLinks();
  }

  private enterLinks(): void {
    this.accountLinks.register({
      label: msg('Your data'),
      about: msg('What is held about you, and a copy of it to take away.'),
      path: myDataPath,
      order: 70,
    });
    this.accountLinks.register({
      label: msg('Who looked at your results'),
      about: msg('Managers and the CX team, in the last 12 months.'),
      path: looksPath,
      order: 71,
    });
    this.adminLinks.register({
      label: msg('Privacy'),
      about: msg('How long things are kept, leavers, and copies for people who ask what is held about them.'),
      path: adminPrivacyPath,
      order: 70,
      permission: privacyPermissions.manage,
    });
    this.adminLinks.register({
      label: msg('Audit log'),
      about: msg('Who looked at or changed what.'),
      path: auditPath,
      order: 71,
      permission: privacyPermissions.audit,
    });
  }
}
