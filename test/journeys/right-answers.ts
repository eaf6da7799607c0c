import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../src/platform/root.js';

interface Option {
  text: string;
  fraction: number;
}
interface Question {
  text: string;
  options: Option[];
}
interface Course {
  lessons: { blocks: { question?: Question }[] }[];
  quiz?: { questions: Question[] };
}

const FOLDER = join(root, 'content/courses');

/** What to tick for each question of the shipped courses, read from their files: question's words to options' words. */
export function rightAnswers(): Map<string, string[]> {
  const courses = readdirSync(FOLDER).map((file) => parse(readFileSync(join(FOLDER, file), 'utf8')) as Course);
  const questions = courses.flatMap((course) => [...(course.quiz?.questions ?? []), ...checksIn(course)]);
  return new Map(
    questions.map(({ text, options }) => [plain(text), options.filter(isRight).map((option) => plain(option.text))]),
  );
}

/** Words as a reader compares them: no Markdown stars, white space folded. */
export function plain(text: string): string {
  return text.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
}

const isRight = (option: Option) => option.fraction > 0;

function checksIn(course: Course): Question[] {
  const blocks = course.lessons.flatMap((lesson) => lesson.blocks);
  return blocks.flatMap((block) => (block.question ? [block.question] : []));
}
