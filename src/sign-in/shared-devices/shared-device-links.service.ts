import { Injectable, type OnModuleInit } from '@nestjs/common';
import { msg } from '../../platform/language/t.js';
import { AccountLinks } from '../../platform/web/account-links.js';
import { AdminLinks } from '../../platform/web/admin-links.js';
import { pinLink } from './own-pin.presenter.js';
import { allDevicesPath, sharedDevicesPath } from './paths.js';
import { sharedDevicePermissions } from './shared-devices.policy.js';

/** The ways to these pages. */
@Injectable()
export class SharedDeviceLinks implements OnModuleInit {
  constructor(
    private readonly account: AccountLinks,
    private readonly admin: AdminLinks,
  ) {}

  onModuleInit(): void {
    this.account.register(pinLink);
    this.account.register({
      label: msg('Shared devices'),
      about: msg('Make this browser one that the people of your unit share, such as the counter PC.'),
      path: sharedDevicesPath,
      order: 60,
      permission: sharedDevicePermissions.manage,
    });
    this.admin.register({
      label: msg('Shared devices'),
      about: msg('The browsers that the people of a unit share: who enrolled them, when they were used, revoke one.'),
      path: allDevicesPath,
      order: 65,
      permission: sharedDevicePermissions.overview,
    });
  }
}
