import { msg, t } from '../../platform/language/t.js';
import { sayMoment } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { accountPath } from '../paths.js';
import { pinPath, pinRemovalPath } from './paths.js';

interface OwnPinFacts {
  reference: string;
  /** Null for none. */
  chosenAt: Date | null;
  needsPassword: boolean;
  /** Where to go on without one; null for whoever came to this page by themselves. */
  next: string | null;
}

export function presentOwnPin({ reference, chosenAt, needsPassword, next }: OwnPinFacts, problems: readonly Problem[]) {
  const heading = t('Your PIN');
  const shown = presentProblems(problems);
  return {
    title: problems.length > 0 ? t('Error: Your PIN') : heading,
    heading,
    state:
      chosenAt === null
        ? t('You have no PIN yet.')
        : t('You chose your PIN on {moment}.', { moment: sayMoment(chosenAt) }),
    accountPath,
    next,
    action: pinPath,
    formTitle: chosenAt === null ? t('Choose your PIN') : t('Choose another PIN'),
    removal: chosenAt === null ? null : pinRemovalPath,
    needsPassword,
    reference,
    problems: shown,
    errors: shown?.by ?? {},
  };
}

export const pinLink = {
  label: msg('Your PIN'),
  about: msg('Six digits with which you get in on your unit’s shared devices, such as the counter PC.'),
  path: pinPath,
  order: 40,
};
