/** A label as people mean it: outer and double spaces, upper case, curly apostrophes and full-width letters make no difference. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}
