import { msg, t } from '../../platform/language/t.js';

const SIGNS: readonly (readonly [begins: readonly number[], sentence: string])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    msg(
      'This is a zip file or a workbook, not CSV. Save the sheet as “CSV UTF-8” and import that. Nothing was imported.',
    ),
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    msg('This is an old workbook, not CSV. Save the sheet as “CSV UTF-8” and import that. Nothing was imported.'),
  ],
  [[0x1f, 0x8b], msg('This is a compressed file. Unpack it and import the CSV inside. Nothing was imported.')],
  [
    [0xff, 0xfe],
    msg('This file is written in UTF-16. Save it as “CSV UTF-8” and import it again. Nothing was imported.'),
  ],
  [
    [0xfe, 0xff],
    msg('This file is written in UTF-16. Save it as “CSV UTF-8” and import it again. Nothing was imported.'),
  ],
];

/** What a file is instead of CSV, told from its first bytes, or null: a name that ends in .csv says nothing. */
export function otherThanCsv(bytes: Uint8Array): string | null {
  const found = SIGNS.find(([begins]) => begins.every((byte, at) => bytes[at] === byte));
  return found ? t(found[1]) : null;
}
