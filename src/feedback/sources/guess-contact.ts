/** Which column says whether a customer may be contacted, and what its texts mean. */
import { PERMISSION_WORDS } from '../imports/permission-words.js';
import { plain } from '../imports/plain.js';
import type { ColumnProfile } from './column-profile.js';
import type { Choices } from './mapping-choices.js';

const NAMED = /\bcontact(ed)?\b|consent|permission|opt.?in|get in touch|follow.?up|call ?back|cysylltu|caniatâd/i;
const MOST_TEXTS = 12;

/** The column that is named so and mostly says yes or no. */
export function guessContact(profiles: readonly ColumnProfile[]): Choices['contact'] {
  const found = profiles.find(
    (profile) =>
      NAMED.test(`${profile.key} ${profile.label}`) && profile.distinct <= MOST_TEXTS && saysYesOrNo(profile),
  );
  return found ? { column: found.key, meanings: permissionsIn(found) } : { column: '', meanings: [] };
}

/** What each text of a column would mean; '' where nobody can say: it is never taken for permission. */
export function permissionsIn({ values }: ColumnProfile): Choices['contact']['meanings'] {
  return values.slice(0, MOST_TEXTS).map(({ text }) => ({ text, means: meansOf(text) }));
}

function meansOf(text: string): string {
  const known = PERMISSION_WORDS[plain(text)];
  const begins = /^(yes|no|ydw|nac)\b/i.exec(plain(text))?.[1];
  if (known === null) return 'none';
  if (known !== undefined) return known ? 'yes' : 'no';
  return begins === undefined ? '' : /^(yes|ydw)$/i.test(begins) ? 'yes' : 'no';
}

const saysYesOrNo = (profile: ColumnProfile) =>
  permissionsIn(profile).some(({ means }) => means === 'yes' || means === 'no');
