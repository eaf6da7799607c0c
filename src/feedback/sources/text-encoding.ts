/** How the text of a file is written. Survey tools write UTF-8; spreadsheets on Windows often something older. */

export const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-14', 'utf-16le', 'utf-16be', 'macintosh'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
  'iso-8859-14': 'ISO-8859-14 (Celtic)',
  macintosh: 'Macintosh',
};

/** Of characters that no text has, this share may stand in one all the same: exports let a few slip in. */
const STRAY = 0.01;

/**
 * Told from the beginning of a file and whether the whole of what was read is UTF-8. Null when it is no text at all: a
 * picture, an archive.
 */
export function encodingOf(head: Uint8Array, isUtf8: boolean): Encoding | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = wideText(head);
  if (wide) return wide;
  const strange = head.reduce((sum, byte) => sum + (isNoText(byte) ? 1 : 0), 0);
  if (strange > head.length * STRAY) return null;
  return isUtf8 || isNearlyUtf8(head) ? 'utf-8' : oldEncodingOf(head);
}

/** Latin text in UTF-16 without a mark has a zero in nearly every other byte, and hardly any in the others. */
function wideText(head: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]! += 1;
  const half = head.length / 2;
  if (zeros[1]! > half * 0.6 && zeros[0]! < half * 0.05) return 'utf-16le';
  return zeros[0]! > half * 0.6 && zeros[1]! < half * 0.05 ? 'utf-16be' : null;
}

/** Control characters other than tab, line breaks, vertical tab and form feed. */
function isNoText(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32) || byte === 127;
}

/** A file put together from two may hold a few bytes of the other's: most letters decide. */
function isNearlyUtf8(head: Uint8Array): boolean {
  const letters = new TextDecoder('utf-8').decode(head).match(/[\u0080-\u{10ffff}]/gu) ?? [];
  const broken = letters.filter((letter) => letter === '\ufffd').length;
  return letters.length - broken > broken * 2;
}

/** The bytes of ŵ, ŷ, Ŵ and Ŷ in the Celtic set; Windows has ð, þ, Ð and Þ there, which no Welsh or English word has. */
const WELSH = new Set([0xf0, 0xfe, 0xd0, 0xde]);
/** Curly quotation marks, dashes and the euro of Windows; the Celtic set has nothing to show there. */
const WINDOWS = (byte: number) => byte >= 0x80 && byte <= 0x9f;

function oldEncodingOf(head: Uint8Array): Encoding {
  return head.some((byte) => WELSH.has(byte)) && !head.some(WINDOWS) ? 'iso-8859-14' : 'windows-1252';
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
