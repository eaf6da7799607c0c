import { Injectable } from '@nestjs/common';

/**
 * One kind of thing that a module holds about a person: a sheet of what the person is handed on asking, a row of the
 * privacy page, and a line of the assessment in docs. Every table that points at a person is in one (test/privacy).
 */
export interface PersonalDataSource {
  /** `module.thing`; names the file in the zip. */
  kind: string;
  /** In the reader's language: 'Courses you have finished'. */
  title(): string;
  /** What it is held for, in one sentence, in the reader's language. */
  purpose(): string;
  /** The columns it covers, as `table.column`: every one that points at a person, directly or through another table. */
  covers: readonly string[];
  /** The headings of its columns in the reader's language, also of an empty sheet. */
  headings(): string[];
  /**
   * What is held, readable for the person: one record a row, keyed by the headings, without ids that mean nothing and
   * without the names of others where these are not the person's data. Read once, lazily.
   */
  rows(personId: number): AsyncIterable<Record<string, unknown>>;
}

/** What all modules hold about people; collected from `@Privacy` at start, so that the platform knows none of them. */
@Injectable()
export class PersonalData {
  private readonly known = new Map<string, PersonalDataSource>();

  register(...sources: readonly PersonalDataSource[]): void {
    for (const source of sources) {
      if (this.known.has(source.kind)) throw new Error(`Two sources of personal data are called ${source.kind}.`);
      this.known.set(source.kind, source);
    }
  }

  /** In the order in which the modules depend on each other. */
  get sources(): readonly PersonalDataSource[] {
    return [...this.known.values()];
  }
}
