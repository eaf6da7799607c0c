/** The names of a shared device's unit, to which it always leads back. Nothing below says in the address who is meant. */
export const counterPath = '/counter';
/** Where a name is looked for among many. */
export const counterNamesPath = `${counterPath}/names`;
export const counterPersonPath = (key: string): string => `${counterPath}/people/${key}`;
export const counterNewPinPath = (key: string): string => `${counterPersonPath(key)}/new-pin`;
export const counterLockPath = `${counterPath}/lock`;
export const counterHerePath = `${counterPath}/here`;
export const counterDraftsPath = `${counterPath}/drafts`;
export const counterPasswordPath = (next: string): string =>
  `${counterPath}/password${next === '/' ? '' : `?next=${encodeURIComponent(next)}`}`;

/** Where a unit's leader looks after its devices. */
export const sharedDevicesPath = '/shared-devices';
export const unitDevicesPath = (unitCode: string): string => `${sharedDevicesPath}/${encodeURIComponent(unitCode)}`;
export const deviceNamePath = (unitCode: string, id: number): string => `${unitDevicesPath(unitCode)}/${id}/name`;
export const deviceRevocationPath = (unitCode: string, id: number): string =>
  `${unitDevicesPath(unitCode)}/${id}/revocation`;

/** All of them, for administrators. */
export const allDevicesPath = '/admin/shared-devices';

/** Somebody's own PIN. */
export const pinPath = '/account/pin';
/** On the way to a page of a shared device. */
export const ownPinFor = (next: string): string => `${pinPath}?next=${encodeURIComponent(next)}`;
export const pinRemovalPath = `${pinPath}/removal`;
