import type { KnownDevice } from './known-device.js';

/** Where a try comes from. */
export interface Origin {
  address: string;
  device: KnownDevice | null;
}
