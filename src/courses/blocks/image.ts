import { t } from '../../platform/language/t.js';
import type { BlockBase, BlockKind } from './block.js';

/** A picture from `content/images`, with the words for those who do not see it. */
export interface ImageBlock extends BlockBase {
  kind: 'image';
  src: string;
  alt: string;
  caption: string | null;
}

export const imageKind: BlockKind<ImageBlock> = {
  read: (fields, base) => {
    const src = fields.text('src', t('the file’s name'), 100);
    if (src !== '' && !/^[a-z0-9][a-z0-9-]*\.(svg|png|jpg|webp)$/.test(src)) {
      fields.problem(
        'src',
        t('name a file in content/images, such as “counter.svg” (svg, png, jpg or webp, small letters).'),
      );
    }
    return {
      ...base,
      kind: 'image',
      src,
      alt: fields.text('alt', t('what the picture shows, for people who don’t see it,'), 300),
      caption: fields.textOrNull('caption', 200),
    };
  },
  prose: (block) => (block.caption === null ? [] : [block.caption]),
};
