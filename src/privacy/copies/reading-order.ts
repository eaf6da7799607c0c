import type { PersonalDataSource } from '../../platform/privacy/personal-data.js';

/** What a person looks for first: who they are and what they learnt. The rest follows as the modules stand. */
const FIRST = ['network', 'learning', 'assessment', 'assignments', 'campaigns', 'notifications', 'signIn', 'privacy'];

export function readingOrder(sources: readonly PersonalDataSource[]): PersonalDataSource[] {
  return [...sources].sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ kind }: PersonalDataSource): number {
  const at = FIRST.indexOf(kind.split('.')[0]!);
  return at === -1 ? FIRST.length : at;
}
