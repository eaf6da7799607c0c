/** Something an author has to put right in a content file: where it is, and a sentence that says what to do. */
export interface ContentProblem {
  path: (string | number)[];
  sentence: string;
}

export interface ContentRead<T> {
  /** Null when there is any problem. */
  value: T | null;
  problems: ContentProblem[];
}

/**
 * Reads untyped content (parsed YAML) field by field. A wrong field yields a harmless value and a problem, so that an
 * author sees everything that is wrong at once.
 */
export class ContentReader {
  private constructor(
    private readonly fields: Record<string, unknown>,
    private readonly path: (string | number)[],
    private readonly problems: ContentProblem[],
  ) {}

  /** Runs `read` over `raw` and gives its result only when nothing was wrong. */
  static read<T>(raw: unknown, read: (reader: ContentReader) => T): ContentRead<T> {
    const problems: ContentProblem[] = [];
    const value = read(ContentReader.over(raw, [], problems));
    return { value: problems.length === 0 ? value : null, problems };
  }

  problem(sentence: string, ...path: (string | number)[]): void {
    this.problems.push({ path: [...this.path, ...path], sentence });
  }

  raw(name: string): unknown {
    return this.fields[name];
  }

  /** Names that are not known are most often slips of the keyboard: nothing is dropped without a word. */
  allowOnly(names: readonly string[]): void {
    const unknown = Object.keys(this.fields).filter((name) => !names.includes(name));
    for (const name of unknown) this.problem(`There is no “${name}” here. Check its spelling, or take it out.`, name);
  }

  text(name: string, max = 2000): string {
    const value = this.fields[name];
    const text = typeof value === 'string' ? value.trim() : '';
    if (text === '') this.problem(`Give the ${name}.`, name);
    if (text.length > max) this.problem(`Keep the ${name} to ${max} characters. It has ${text.length}.`, name);
    return text;
  }

  textOrNull(name: string): string | null {
    const value = this.fields[name];
    return value === undefined || value === null ? null : this.text(name);
  }

  /** YAML reads an unquoted true or 1 as something other than text; a key may be written either way. */
  key(name = 'key'): string {
    const value = this.fields[name];
    const key = ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
    if (!/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(key)) this.problem('Give a key of letters, digits and hyphens.', name);
    return key;
  }

  wholeNumber(name: string, min: number, max: number): number {
    const value = this.fields[name];
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    this.problem(`Give ${name} as a whole number from ${min} to ${max}.`, name);
    return min;
  }

  flag(name: string): boolean {
    const value = this.fields[name];
    if (typeof value !== 'boolean') this.problem(`Say true or false for ${name}.`, name);
    return value === true;
  }

  oneOf<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    const found = choices.find((choice) => choice === this.fields[name]);
    if (!found) this.problem(`Give ${name} as one of ${choices.join(', ')}.`, name);
    return found ?? choices[0];
  }

  group(name: string): ContentReader {
    return ContentReader.over(this.fields[name], [...this.path, name], this.problems);
  }

  list(name: string): ContentReader[] {
    const value = this.fields[name];
    if (!Array.isArray(value)) {
      this.problem(`Give ${name} as a list.`, name);
      return [];
    }
    return value.map((item: unknown, index) =>
      ContentReader.over(item, [...this.path, name, index], this.problems),
    );
  }

  private static over(raw: unknown, path: (string | number)[], problems: ContentProblem[]): ContentReader {
    const isGroup = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
    const reader = new ContentReader(isGroup ? { ...raw } : {}, path, problems);
    if (!isGroup) reader.problem('Give a group of named fields here.');
    return reader;
  }
}
