import { t } from '../../../platform/language/t.js';
import { imagesOf } from '../../content/content-set.js';
import { imagePath } from '../../paths.js';
import { studioPath } from '../paths.js';
import type { DraftContent } from '../drafts/draft-content.js';

interface Exported {
  content: DraftContent;
  /** What it is: 'Version 3', 'Draft'. */
  what: string;
  filePath: string;
  back: { text: string; href: string };
}

/** A course as a file, and its pictures beside it. */
export function presentExport({ content, what, filePath, back }: Exported) {
  const name = content.title || t('Untitled course');
  return {
    title: t('Export: {course}', { course: name }),
    heading: t('Export {course}', { course: name }),
    crumbs: [{ text: t('Studio'), href: studioPath() }, back, { text: t('Export') }],
    what,
    file: { path: filePath, text: t('Download {name}', { name: fileName(content) }) },
    pictures: imagesOf(content).map((image) => ({ path: imagePath(image), text: image })),
  };
}

export function fileName({ slug }: Pick<DraftContent, 'slug'>): string {
  return `${slug}.yaml`;
}
