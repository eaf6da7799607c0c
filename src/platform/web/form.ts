import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { RuleBroken } from '../errors.js';
import { msg, t } from '../language/t.js';
import type { Reply } from './reply.js';

/** What is wrong with a form, in the user's words. `field` is the input it belongs to, null for the form as a whole. */
export interface Problem {
  field: string | null;
  sentence: string;
}

/** For the `error-summary` partial and the fields: null when there is nothing to say. */
export type ProblemsView = { list: { text: string; href: string }[]; by: Record<string, string | null> } | null;

/**
 * What was posted, read into a form class whose class-validator decorators carry the words of each error. Only declared
 * fields survive, so a tampered form cannot smuggle in another.
 */
export class Form<T extends object> {
  constructor(
    readonly value: T,
    readonly problems: Problem[],
  ) {}

  /** Takes the form when it is well made; a rule broken on the way comes back as a problem of the same form. */
  async submit(
    accept: (value: T) => Promise<Reply> | Reply,
    refuse: (problems: Problem[], value: T) => Promise<Reply> | Reply,
  ): Promise<Reply> {
    if (this.problems.length > 0) return refuse(this.problems, this.value);
    try {
      return await accept(this.value);
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      return refuse([{ field: error.field, sentence: error.sentence }], this.value);
    }
  }
}

export function readForm<T extends object>(type: new () => T, body: unknown): Form<T> {
  const fields = typeof body === 'object' && body !== null ? body : {};
  const value = plainToInstance(type, trimmed(fields), { exposeDefaultValues: true });
  const errors = validateSync(value, { whitelist: true, stopAtFirstError: true });
  return new Form(showable(value, new type(), errors), errors.map(problemOf));
}

/** A list or a number where text belongs was never typed into our form: it is refused, and the form comes back without it. */
function showable<T extends object>(value: T, blank: T, errors: readonly ValidationError[]): T {
  for (const property of errors.map((error) => error.property as keyof T))
    if (typeof blank[property] === 'string' && typeof value[property] !== 'string') value[property] = blank[property];
  return value;
}

export function presentProblems(problems: readonly Problem[]): ProblemsView {
  if (problems.length === 0) return null;
  const by: Record<string, string | null> = {};
  for (const problem of problems) if (problem.field !== null) by[problem.field] ??= problem.sentence;
  return {
    list: problems.map((problem) => ({ text: problem.sentence, href: `#${problem.field ?? 'main'}` })),
    by,
  };
}

function problemOf(error: ValidationError): Problem {
  const sentence = Object.values(error.constraints ?? error.children?.[0]?.constraints ?? {})[0];
  return { field: error.property, sentence: t(sentence ?? msg('Check this answer.')) };
}

function trimmed(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.map(trim) : trim(value)]),
  );
}

/** Without blanks around it, and without the null characters that PostgreSQL does not take as text. */
function trim(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u0000', '').trim() : value;
}
