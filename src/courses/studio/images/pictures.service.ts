import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { Database } from '../../../platform/database/database.js';
import { RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import type { UploadedFile } from '../../../platform/web/upload-file.js';
import { ContentQueries } from '../../content/content.queries.js';
import { imageName } from '../../content/published-images.js';
import { isDrawing, isPictureFormat, pictureName } from './picture-name.js';

/** The longer side in pixels, at most: sharp on a desk, light on a phone. */
const LONGEST_SIDE = 1600;
/** What a picture may unfold to; a small file can hold a very large picture. */
const MOST_PIXELS = 60_000_000;

const FIELD = 'picture';

/** Takes pictures in: upright, no larger than needed, without what a camera writes into them, and made anew by us. */
@Injectable()
export class Pictures {
  constructor(
    private readonly db: Database,
    private readonly content: ContentQueries,
  ) {}

  /**
   * @returns the lasting name under which blocks show it; the same picture gets the same name
   * @throws RuleBroken for what is not a PNG, JPEG or WebP picture
   */
  async keep(file: UploadedFile): Promise<string> {
    const { format, bytes } = await madeAnew(file.content);
    const name = imageName(pictureName(file.name, format), bytes);
    await this.db.write((tx) => this.content.keepImages(tx, [{ name, bytes }]));
    return name;
  }
}

async function madeAnew(content: Buffer) {
  const format = await formatOf(content);
  try {
    const bytes = await sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .toFormat(format)
      .toBuffer();
    return { format, bytes };
  } catch {
    throw new RuleBroken(t('This picture is damaged or too large to open. Save it anew and choose it again.'), FIELD);
  }
}

async function formatOf(content: Buffer) {
  const { format } = await sharp(content, { limitInputPixels: MOST_PIXELS })
    .metadata()
    .catch((): { format?: string } => ({}));
  if (isPictureFormat(format)) return format;
  if (format === 'svg' || isDrawing(content)) {
    throw new RuleBroken(t('SVG drawings can carry programs, so they are not taken here. Save it as PNG.'), FIELD);
  }
  throw new RuleBroken(t('This is not a PNG, JPEG or WebP picture. Choose one of those.'), FIELD);
}
