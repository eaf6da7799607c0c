import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.js';
import type { Language } from './language.js';

/** Messages by their English text. */
export type Catalogue = ReadonlyMap<string, string>;

const LOCALES = join(root, 'locales');

/**
 * The files of locales/<language>/, one a module, each an object from the English message to its translation. English has
 * none: its messages stand where they are said.
 * @throws SyntaxError when a file is not JSON
 */
export function readCatalogue(language: Language): Catalogue {
  if (language === 'en') return new Map();
  const folder = join(LOCALES, language);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    files.flatMap((name) =>
      Object.entries(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>),
    ),
  );
}
