import { LineCounter, parseDocument } from 'yaml';
import { type CourseContent, readCourse } from './content.js';
import type { Path } from './reader.js';

export interface CourseFile {
  /** As an author knows it: `content/courses/put-it-right-first-time.yaml`. */
  name: string;
  text: string;
}

/** @returns the course, or null with lines such as `FILE, line 12: Lesson 2, block “hello”: write … in “alt”.` */
export function parseCourseFile(file: CourseFile): { course: CourseContent | null; problems: string[] } {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map(
      (error) => `${file.name}, line ${lines.linePos(error.pos[0]).line}: ${yamlSentence(error.message)}`,
    );
    return { course: null, problems };
  }
  const { course, problems } = readCourse(document.toJS());
  const said = problems.map((problem) => `${file.name}, line ${lineOf(problem.path)}: ${problem.sentence}`);
  const slug = file.name.replace(/^.*\//, '').replace(/\.yaml$/, '');
  if (course.slug !== '' && course.slug !== slug) {
    said.push(`${file.name}, line ${lineOf(['slug'])}: Make the slug the same as the file’s name, “${slug}”.`);
  }
  return { course: said.length === 0 ? course : null, problems: said };

  function lineOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (hasRange(node)) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

/** The parser's first line says what; the excerpt after it would repeat the file. */
function yamlSentence(message: string): string {
  const what = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
  return `This is not readable as YAML (${what}). Check the indentation and put quotes around words that hold a colon.`;
}
