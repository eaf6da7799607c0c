/** What somebody typed to say who they are: a personnel reference or an e-mail address, as it is looked up. */
export interface LoginName {
  email: string | null;
  /** The spellings under which a reference may be stored; people do not remember whether theirs has capitals. */
  references: string[];
}

const LONGEST = 254;

export function readLogin(typed: string): LoginName {
  const text = typed.normalize('NFKC').trim().slice(0, LONGEST);
  if (/\p{Cc}/u.test(text)) return { email: null, references: [] };
  if (text.includes('@')) return { email: text.toLowerCase(), references: [] };
  return { email: null, references: [...new Set([text, text.toUpperCase(), text.toLowerCase()])] };
}
