import { canAt, placeOf } from '../../network/reach.js';
import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import { firstCodePermissions } from '../../sign-in/first-codes/first-codes.policy.js';
import { codeSheetPath } from '../../sign-in/paths.js';
import { unitDevicesPath } from '../../sign-in/shared-devices/paths.js';
import { sharedDevicePermissions } from '../../sign-in/shared-devices/shared-devices.policy.js';

interface Placed {
  id: number;
  code: string;
  areaId: number;
  regionId: number;
}

/** What whoever runs a unit does about how its people get in; empty for everybody else. */
export function unitLinks(actor: Pick<Actor, 'posts'>, unit: Placed): { text: string; path: string }[] {
  const links = [
    {
      wanted: sharedDevicePermissions.manage,
      text: t('Shared devices of this unit'),
      path: unitDevicesPath(unit.code),
    },
    { wanted: firstCodePermissions.make, text: t('Codes on paper for its people'), path: codeSheetPath(unit.code) },
  ];
  const place = placeOf(unit);
  return links.filter(({ wanted }) => canAt(actor, wanted, place)).map(({ text, path }) => ({ text, path }));
}
