import { type Document, LineCounter, parseDocument } from 'yaml';
import type { ContentRead, Path } from './content-reader.js';
import { t } from './language/t.js';

/** A file of content/ as an author knows it: `content/courses/put-it-right-first-time.yaml`. */
export interface ContentFile {
  name: string;
  text: string;
}

/** @returns the value, or null with lines such as `FILE, line 12: Lesson 2, block “hello”: write … in “alt”.` */
export function readYamlFile<T>(
  file: ContentFile,
  read: (raw: unknown) => ContentRead<T>,
): { value: T | null; problems: string[] } {
  const lines = new LineCounter();
  const parsed = parse(file.text, lines);
  if ('sentence' in parsed) return { value: null, problems: [at(1, parsed.sentence)] };
  const { document } = parsed;
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => at(lines.linePos(error.pos[0]).line, yamlSentence(error.message)));
    return { value: null, problems };
  }
  const { value, problems } = read(parsed.plain);
  return { value, problems: problems.map(({ path, sentence }) => at(lineOf(path, document, lines), sentence)) };

  function at(line: number, sentence: string): string {
    return t('{file}, line {line}: {sentence}', { file: file.name, line: String(line), sentence });
  }
}

interface Parsed {
  document: Document;
  plain: unknown;
}

/** Some text is no content at all, whoever wrote it: references that multiply, or brackets within brackets without end. */
function parse(text: string, lineCounter: LineCounter): Parsed | { sentence: string } {
  try {
    const document = parseDocument(text, { lineCounter, uniqueKeys: true });
    return { document, plain: document.errors.length > 0 ? null : document.toJS() };
  } catch (error) {
    if (error instanceof ReferenceError)
      return { sentence: t('This refers to itself too often. Write things out instead of using & and *.') };
    if (error instanceof RangeError) return { sentence: t('This is nested too deeply to be read.') };
    throw error;
  }
}

/** The name without folder and ending, which a slug must repeat. */
export function fileStem(name: string): string {
  return name.replace(/^.*\//, '').replace(/\.yaml$/, '');
}

/** Where the deepest part of the path that exists was written. */
function lineOf(path: Path, document: Document, lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

/** The parser's first line says what; the excerpt after it would repeat the file. */
function yamlSentence(message: string): string {
  const what = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
  return t(
    'This is not readable as YAML ({what}). Check the indentation and put quotes around words that hold a colon.',
    { what },
  );
}
