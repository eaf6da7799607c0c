/**
 * What a browser remembers after a sign-in, in a signed cookie: an id of its own, and who signed in there, the latest
 * first. It opens nothing. It keeps a colleague from being locked out by other people's tries, and tells whose answer was
 * kept when a session ended.
 */
export interface KnownDevice {
  id: string;
  personIds: number[];
}

export const DEVICE_COOKIE = 'cxu-device';
const REMEMBERED_PEOPLE = 8;

/** Reads a cookie whose signature has been checked; anything else is an unknown device. */
export function readDevice(cookie: unknown): KnownDevice | null {
  const match = typeof cookie === 'string' ? /^([\w-]{8,64}):(\d{1,10}(?:,\d{1,10})*)$/.exec(cookie) : null;
  return match ? { id: match[1]!, personIds: match[2]!.split(',').map(Number) } : null;
}

export function writeDevice(device: KnownDevice): string {
  return `${device.id}:${device.personIds.join(',')}`;
}

/** The device after this person signed in on it. */
export function signedInOn(device: KnownDevice | null, personId: number, newId: string): KnownDevice {
  const others = (device?.personIds ?? []).filter((id) => id !== personId);
  return { id: device?.id ?? newId, personIds: [personId, ...others].slice(0, REMEMBERED_PEOPLE) };
}
