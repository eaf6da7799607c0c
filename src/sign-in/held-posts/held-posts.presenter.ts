import { t } from '../../platform/language/t.js';
import type { HeldPost } from './held-posts.queries.js';
import { heldPostPath } from '../paths.js';

/** What a person wrote has words in it; numbers and keys are for machines, and are sent along unseen. */
const WORDS = /\p{L}\s+\S/u;

export function presentHeldPost(post: HeldPost) {
  const fields = Object.entries(post.fields).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ name, value: one })),
  );
  const shown = fields.map((field) => field.value).filter((value) => WORDS.test(value));
  return {
    title: t('Your answer is still here'),
    action: post.path,
    discardAction: `${heldPostPath(post.id)}/discard`,
    fields,
    shown: shown.length > 0 ? shown : null,
  };
}
