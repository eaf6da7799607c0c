import { t } from './language/t.js';
import { SLUG } from './slug.js';

/** Where a value stands inside a content file: `['lessons', 1, 'blocks', 0, 'alt']`. */
export type Path = readonly (string | number)[];

/** One thing an author must put right; the sentence names the place. */
export interface ContentProblem {
  path: Path;
  sentence: string;
}

/** `value` is null when there is any problem. */
export interface ContentRead<T> {
  value: T | null;
  problems: ContentProblem[];
}

/** Reads content that stands by itself, or that another reader adopts. */
export function readContent<T>(raw: unknown, read: (reader: ContentReader) => T): ContentRead<T> {
  const problems: ContentProblem[] = [];
  const value = read(new ContentReader(raw, [], '', problems));
  return { value: problems.length === 0 ? value : null, problems };
}

const LIMIT = 4000;

/**
 * Reads the fields of one object that an author wrote. Every misfit becomes a sentence and reading goes on with a
 * harmless value, so that one look shows all that has to be put right. What it returned may be used only when the list
 * of problems stayed empty.
 */
export class ContentReader {
  private readonly fields: Record<string, unknown>;
  private readonly asked = new Set<string>();

  /** @param name how sentences call this place, 'Lesson 2, block “hello”'; empty at the top of a file. */
  constructor(
    raw: unknown,
    readonly path: Path,
    private readonly name: string,
    private readonly problems: ContentProblem[],
  ) {
    this.fields = isFields(raw) ? raw : {};
    if (!isFields(raw)) this.problem(null, t('write this as a list of fields, one “name: value” a line.'));
  }

  problem(field: string | null, sentence: string): void {
    const words = this.name ? `${this.name}: ${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1);
    this.problems.push({ path: field === null ? this.path : [...this.path, field], sentence: words });
  }

  /** The value as it was written, for a reader of another module. */
  raw(field: string): unknown {
    this.asked.add(field);
    return this.fields[field] ?? null;
  }

  text(field: string, asWhat = t('the {field}', { field }), limit = LIMIT): string {
    const value = this.raw(field);
    if (typeof value !== 'string' || value.trim() === '') {
      this.problem(field, t('write {what} in “{field}”.', { what: asWhat, field }));
      return '';
    }
    if (value.length > limit)
      this.problem(field, t('shorten “{field}” to {limit} characters or fewer.', { field, limit: String(limit) }));
    return value.trim();
  }

  textOrNull(field: string, limit = LIMIT): string | null {
    return this.raw(field) === null ? null : this.text(field, t('some words, or null,'), limit);
  }

  /** A short name in lower case, kept in addresses and in what learners did: 'put-it-right'. */
  key(field: string): string {
    const value = this.text(field, t('a short name'), 80);
    if (value !== '' && !SLUG.test(value)) {
      this.problem(
        field,
        t('write “{field}” in small letters, figures and single hyphens, such as “put-it-right”.', { field }),
      );
    }
    return value;
  }

  wholeNumber(field: string, from: number, to: number): number {
    const value = this.raw(field);
    if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value;
    this.problem(
      field,
      t('give “{field}” as a whole number from {from} to {to}.', { field, from: String(from), to: String(to) }),
    );
    return from;
  }

  wholeNumberOrNull(field: string, from: number, to: number): number | null {
    return this.raw(field) === null ? null : this.wholeNumber(field, from, to);
  }

  flag(field: string): boolean {
    const value = this.raw(field);
    if (typeof value !== 'boolean') this.problem(field, t('set “{field}” to true or false.', { field }));
    return value === true;
  }

  oneOf<T extends string>(field: string, values: readonly T[]): T {
    const value = this.raw(field);
    const found = values.find((candidate) => candidate === value);
    if (found === undefined)
      this.problem(field, t('set “{field}” to one of: {values}.', { field, values: values.join(', ') }));
    return found ?? values[0]!;
  }

  /** The members of a list, each with its own path. */
  list(field: string, atLeast = 1): { raw: unknown; path: Path }[] {
    const value = this.raw(field);
    const items: unknown[] = Array.isArray(value) ? value : [];
    if (items.length < atLeast)
      this.problem(field, t('list at least {n} under “{field}”.', { n: String(atLeast), field }));
    return items.map((raw, index) => ({ raw, path: [...this.path, field, index] }));
  }

  group(field: string): ContentReader {
    return new ContentReader(this.raw(field), [...this.path, field], this.name, this.problems);
  }

  child(item: { raw: unknown; path: Path }, name: string): ContentReader {
    return new ContentReader(item.raw, item.path, this.name ? `${this.name}, ${name}` : name, this.problems);
  }

  /** Lets another module's reader read a field and takes over what it has to say. */
  adopt<T>(field: string, read: (raw: unknown) => ContentRead<T>): T | null {
    const { value, problems } = read(this.raw(field));
    for (const problem of problems) {
      const sentence = this.name ? `${this.name}: ${problem.sentence}` : problem.sentence;
      this.problems.push({ path: [...this.path, field, ...problem.path], sentence });
    }
    return value;
  }

  /** Names the fields that nobody asked for: nearly always a slip of the pen. */
  close(): void {
    for (const field of Object.keys(this.fields).filter((name) => !this.asked.has(name))) {
      this.problem(field, t('“{field}” is not a field here; correct its spelling or take it out.', { field }));
    }
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values that occur more than once, each named once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
