/** How the text of a file is written. Survey tools write UTF-8; spreadsheets on Windows often something older. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

/**
 * Told from the beginning of a file and whether the whole of what was read is UTF-8. Null when it is no text at all: a
 * picture, a zip, a spreadsheet file.
 */
export function encodingOf(head: Uint8Array, isUtf8: boolean): Encoding | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (head.includes(0)) return wideText(head);
  if (head.some(isNoText)) return null;
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

/** Latin text in UTF-16 without a mark has a zero in every other byte, and none in the others. */
function wideText(head: Uint8Array): Encoding | null {
  const zeros = (offset: number) => head.filter((byte, at) => at % 2 === offset && byte === 0).length;
  const half = head.length / 2;
  if (zeros(1) > half * 0.6 && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > half * 0.6 && zeros(1) === 0 ? 'utf-16be' : null;
}

/** Control characters other than tab, line breaks and form feed. */
function isNoText(byte: number): boolean {
  return byte < 9 || byte === 11 || (byte > 13 && byte < 32) || byte === 127;
}

/** Whether bytes are UTF-8; those that were cut may end in the middle of a character. */
export function isUtf8(bytes: Uint8Array, cut = false): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch {
    return false;
  }
}
