/** A label as people mean it: outer and double spaces, upper case and curly apostrophes make no difference. */
export function plain(text: string): string {
  return text.normalize('NFC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}
