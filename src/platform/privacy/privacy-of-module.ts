/** What a module says, once and beside its tables, about the people in them: `@Privacy(NETWORK_PRIVACY)` on its class. */
import { SetMetadata, type Type } from '@nestjs/common';
import type { PersonalDataSource } from './personal-data.js';
import type { PersonalSheet } from './personal-sheet.js';
import type { RetentionStatement } from './retention-statement.queries.js';
import type { ShortLived } from './short-lived.js';

/** Everything that a module has to say about the people in its tables. What does not apply is left out. */
export interface PrivacyOfModule {
  holds?: readonly PersonalSheet[];
  /** What a statement and words cannot say: providers of the module. */
  sources?: readonly Type<PersonalDataSource>[];
  keeps?: readonly RetentionStatement[];
  brief?: readonly ShortLived[];
  erases?: readonly ErasureStatement[];
  /** Actions of the audit log: what changed, what was looked at, and what the words of a subject are; all `msg`. */
  changes?: Readonly<Record<string, string>>;
  looks?: Readonly<Record<string, string>>;
  subjects?: Readonly<Record<string, string>>;
}

export interface ErasureStatement {
  kind: string;
  /** Marked with `msg`. */
  what: string;
  /** Statements over the people $1, an array of ids; run again they change nothing. */
  sql: readonly (string | AppendOnlyErasure)[];
}

/** On a table whose rows are otherwise only ever appended (migration 0025). */
export interface AppendOnlyErasure {
  from: string;
  sql: string;
}

export const PRIVACY = 'cxu:privacy';

/** On the class of a module; PrivacyRegister collects what is said when the product starts. */
export const Privacy = (...said: readonly PrivacyOfModule[]): ClassDecorator => SetMetadata(PRIVACY, said);
