import { DRIVERS } from '../../../platform/drivers.js';
import type { DraftContent } from '../drafts/draft-content.js';

export type About = Omit<DraftContent, 'slug' | 'lessons' | 'quiz'> & { slug: string | null };

/**
 * Writes the facts of a course. Drivers stand in their usual order; the main one is among them, and one driver alone is the
 * main one.
 * @param about with the slug null where the address stays as it is
 */
export function setAbout(content: DraftContent, { slug, ...about }: About): DraftContent {
  const wanted = new Set(about.primaryDriver === null ? about.drivers : [...about.drivers, about.primaryDriver]);
  const drivers = DRIVERS.filter((driver) => wanted.has(driver));
  const primaryDriver = about.primaryDriver ?? (drivers.length === 1 ? drivers[0]! : null);
  return { ...content, ...about, slug: slug ?? content.slug, drivers, primaryDriver };
}
