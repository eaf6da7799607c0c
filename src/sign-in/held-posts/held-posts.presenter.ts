import { sayMoment } from '../../platform/say.js';
import type { HeldPost } from './held-posts.queries.js';
import { heldPostPath } from '../paths.js';

/** Names of fields that only machines read. */
const NOT_FOR_READING = /token|id$/i;

export function presentHeldPost(post: HeldPost) {
  const fields = Object.entries(post.fields).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ name, value: one })),
  );
  return {
    title: 'Your answer is still here',
    action: post.path,
    discardAction: `${heldPostPath(post.id)}/discard`,
    kept: sayMoment(post.heldAt),
    fields,
    shown: fields.filter(({ name, value }) => value !== '' && !NOT_FOR_READING.test(name)).map((field) => field.value),
  };
}
