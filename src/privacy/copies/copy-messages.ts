/** What somebody who asked for a copy is told: that it is there, and before it goes. Without a name: it may be a leaver's. */
import { t } from '../../platform/language/t.js';
import type { PresentedMessage } from '../../notifications/message-kinds.service.js';
import type { MessageFacts, PlannedMessage } from '../../notifications/planned-message.js';
import { adminPrivacyPath, myDataPath } from '../paths.js';
import { sayPeriod } from '../retention/period.js';

export const COPY_READY = 'privacy.copyReady';
export const COPY_GOES = 'privacy.copyGoes';

export const aboutCopy = (id: number) => ({ kind: 'copy', id });

const A_DAY_MS = 24 * 3_600_000;

/**
 * One at once, and one a day before the copy is deleted unless that is today.
 * @param days how long a copy lies
 * @param now of the product's clock
 */
export function copyMessages(
  { id, personId, askedBy }: { id: number; personId: number; askedBy: number },
  days: number,
  now: Date,
): PlannedMessage[] {
  const told = (kind: string, notBefore: Date, urgent: boolean): PlannedMessage => ({
    personId: askedBy,
    kind,
    key: `${kind}:${id}`,
    notBefore,
    subject: aboutCopy(id),
    facts: { whose: personId === askedBy ? 'own' : 'other', days },
    madeBy: null,
    urgent,
  });
  const ready = told(COPY_READY, now, true);
  if (days < 2) return [ready];
  return [ready, told(COPY_GOES, new Date(now.getTime() + (days - 1) * A_DAY_MS), false)];
}

export function sayReady(facts: MessageFacts): PresentedMessage {
  const period = sayPeriod('days', Number(facts.days));
  return facts.whose === 'own'
    ? {
        title: t('Your copy is ready'),
        text: t('Everything that is held about you, in one file. It’s deleted after {period}.', { period }),
        ...OWN(),
      }
    : {
        title: t('The copy that you asked for is ready'),
        text: t('Take it away and hand it to the person. It’s deleted after {period}.', { period }),
        ...OTHERS(),
      };
}

export function sayGoes(facts: MessageFacts): PresentedMessage {
  return facts.whose === 'own'
    ? {
        title: t('Your copy is deleted tomorrow'),
        text: t('You haven’t taken away the copy of your data yet. You can ask for another one at any time.'),
        ...OWN(),
      }
    : {
        title: t('A copy that you asked for is deleted tomorrow'),
        text: t('You haven’t taken it away yet.'),
        ...OTHERS(),
      };
}

const OWN = () => ({ path: myDataPath, action: t('Go to your data') });
const OTHERS = () => ({ path: adminPrivacyPath, action: t('Go to the copies') });
