import { readYamlFile } from '../../../platform/content-file.js';
import { RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { type CourseContent, readCourseContent } from '../../content/content.js';

/** Enough to begin with; a file of another kind has a problem in every line. */
const MOST_LINES = 100;

/**
 * A course file as somebody sent or pasted it. Unlike in content/courses, its name need not be the course's address.
 * @param name the file's; null for pasted text
 * @returns the course, or a sentence with its line for everything that has to be put right
 * @throws RuleBroken when there is nothing to read
 */
export function readImport(name: string | null, text: string): { course: CourseContent | null; lines: string[] } {
  if (text.trim() === '') throw new RuleBroken(t('Choose a file or paste the course.'), 'file');
  const { value, problems } = readYamlFile({ name: name ?? t('Pasted text'), text }, readCourseContent);
  return { course: value, lines: problems.slice(0, MOST_LINES) };
}
