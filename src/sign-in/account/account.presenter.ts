import type { Actor } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../platform/language/language.js';
import { t } from '../../platform/language/t.js';
import type { AccountLink } from '../../platform/web/account-links.js';
import { languagePath } from '../../network/paths.js';
import { accountPath, SIGN_OUT_PATH } from '../paths.js';
import type { PlaceOfPost } from './account.queries.js';
import { presentPosts } from './posts.presenter.js';

export function presentAccount(
  actor: Actor,
  { links, places, today }: { links: readonly AccountLink[]; places: readonly PlaceOfPost[]; today: IsoDate },
) {
  return {
    title: t('Your account'),
    name: actor.name,
    reference: actor.reference,
    posts: presentPosts(actor.posts, places, today),
    links: links.map(({ label, about, path }) => ({ label: t(label), about: t(about), path })),
    language: {
      action: languagePath,
      next: accountPath,
      choices: LANGUAGES.map((one) => ({
        value: one,
        text: LANGUAGE_NAMES[one],
        hidden: one === actor.language ? ` ${t('(in use)')}` : null,
        classes: one === actor.language ? 'btn--s' : 'govuk-button--secondary btn--s',
      })),
    },
    signOutPath: SIGN_OUT_PATH,
  };
}
