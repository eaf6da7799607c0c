import { t } from '../../platform/language/t.js';
import type { PinWait } from './pin-wait.js';

type Refused = { kind: 'wrong' } | Exclude<PinWait, { kind: 'now' }>;

export function sayPinRefused(refused: Refused): string {
  if (refused.kind === 'wrong') return t('That isn’t your PIN. Try again, or choose another PIN.');
  if (refused.kind === 'blocked') {
    return t('Too many wrong PINs. Yours is blocked on this device until you choose another one.');
  }
  const { seconds } = refused;
  if (seconds < 60) {
    return t(
      '{n, plural, one {Too many wrong PINs. Wait # second, then try again.} other {Too many wrong PINs. Wait # seconds, then try again.}}',
      { n: seconds },
    );
  }
  return t(
    '{n, plural, one {Too many wrong PINs. Wait # minute, then try again.} other {Too many wrong PINs. Wait # minutes, then try again.}}',
    { n: Math.ceil(seconds / 60) },
  );
}
