import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import type { AccountLink } from '../../platform/web/account-links.js';

export function presentAccount(actor: Actor, links: readonly AccountLink[]) {
  return {
    title: t('Your account'),
    name: actor.name,
    reference: actor.reference,
    links: links.map(({ label, about, path }) => ({ label: t(label), about: t(about), path })),
  };
}
