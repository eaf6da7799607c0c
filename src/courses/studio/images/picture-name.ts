import { slugOf } from '../../../platform/slug.js';

/** The formats in which pictures are taken, and how their files end. */
export const PICTURE_FORMATS = { png: 'png', jpeg: 'jpg', webp: 'webp' } as const;

export type PictureFormat = keyof typeof PICTURE_FORMATS;

export function isPictureFormat(format: string | undefined): format is PictureFormat {
  return format !== undefined && Object.hasOwn(PICTURE_FORMATS, format);
}

/** Whether a file is a drawing in SVG, whatever it is called and whether or not it can be drawn. */
export function isDrawing(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(Buffer.from(bytes.subarray(0, 2000)).toString('latin1'));
}

const LONGEST = 50;

/** 'Counter, Monday.JPG' as a picture in a course: 'counter-monday.jpg'. The ending says what the picture is now. */
export function pictureName(fileName: string, format: PictureFormat): string {
  const stem = slugOf(fileName.replace(/\.[^.]*$/, ''), LONGEST);
  return `${stem === '' ? 'picture' : stem}.${PICTURE_FORMATS[format]}`;
}
