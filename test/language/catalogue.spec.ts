import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { root } from '../../src/platform/root.js';
import { bareSentences, bareWords, saidInSources, saidInTemplates, sourceFiles, templateFiles } from './messages.js';

const folder = join(root, 'locales', 'cy');
const entries = readdirSync(folder).flatMap((file) =>
  Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>).map(
    ([message, welsh]) => ({ file, message, welsh }),
  ),
);
const { said, notLiteral } = saidInSources();
const messages = [...said, ...saidInTemplates()];

/** The values that a message names, each once. */
function valuesOf(message: string): string[] {
  const names: string[] = [];
  const collect = (parts: unknown): void => {
    for (const part of parts as { type: number; value?: string; options?: Record<string, { value: unknown }> }[]) {
      if (part.type !== 0 && part.type !== 7) names.push(part.value!);
      for (const option of Object.values(part.options ?? {})) collect(option.value);
    }
  };
  collect(new IntlMessageFormat(message, 'en-GB', undefined, { ignoreTag: true }).getAst());
  return [...new Set(names)].sort();
}

describe('the message catalogue', () => {
  it('is made of literals, or of constants that were marked with msg', () => {
    expect(notLiteral.filter(({ text }) => text.startsWith('`') || text.includes(' + '))).toEqual([]);
  });

  it('has every message in Welsh', () => {
    const known = new Set(entries.map((entry) => entry.message));
    const missing = messages
      .filter(({ message }) => !known.has(message))
      .map(({ file, message }) => `${file}: ${message}`);
    expect([...new Set(missing)]).toEqual([]);
  });

  it('has no Welsh for what is not said any more', () => {
    const wanted = new Set(messages.map(({ message }) => message));
    expect(
      entries.filter(({ message }) => !wanted.has(message)).map(({ file, message }) => `${file}: ${message}`),
    ).toEqual([]);
  });

  it('says the same thing the same way wherever it stands', () => {
    const first = new Map(entries.toReversed().map(({ message, welsh }) => [message, welsh]));
    expect(entries.filter(({ message, welsh }) => first.get(message) !== welsh)).toEqual([]);
  });

  it('names the same values in both languages', () => {
    const different = entries.filter(({ message, welsh }) => valuesOf(message).join() !== valuesOf(welsh).join());
    expect(different).toEqual([]);
  });

  it('is not empty, not English, and has no straight apostrophe, which would quote', () => {
    expect(entries.filter(({ welsh }) => welsh.trim() === '')).toEqual([]);
    expect(messages.filter(({ message }) => message.includes("'"))).toEqual([]);
    expect(entries.filter(({ welsh }) => welsh.includes("'"))).toEqual([]);
    const sentences = entries.filter(({ message }) => /[a-z] [a-z]+ [a-z]/.test(message));
    expect(sentences.filter(({ message, welsh }) => message === welsh)).toEqual([]);
  });

  it('has a plural for every number of things in Welsh: one of a kind is not the form for all', () => {
    const plural = entries.filter(({ message }) => /, plural,/.test(message));
    expect(plural.filter(({ welsh }) => !/, plural,/.test(welsh) || !/other \{/.test(welsh))).toEqual([]);
  });
});

describe('templates', () => {
  it('print no words of their own', () => {
    const bare = templateFiles.flatMap((file) => bareWords(file).map((words) => `${file}: ${words}`));
    expect(bare.filter((line) => !NAMES.some((name) => line.endsWith(`: ${name}`)))).toEqual([]);
  });
});

describe('sources', () => {
  it('hold no sentence for a reader outside the catalogue', () => {
    const bare = sourceFiles
      .filter((file) => !NOT_FOR_READERS.some((pattern) => pattern.test(file)))
      .flatMap((file) => bareSentences(file).map((sentence) => `${file}: ${sentence}`));
    expect(bare).toEqual([]);
  });
});

/** Names, the same in every language. */
const NAMES = [
  '– CX University',
  'width=device-width,initial-scale=1,viewport-fit=cover',
  'aria-describedby=" -hint  -error" aria-describedby=" -error"',
  'CX University',
  'width=device-width, initial-scale=1',
];

/** SQL, the command line, the invented network, and what is printed while a process starts. */
const NOT_FOR_READERS = [
  /(\.queries|-sql)\.ts$/,
  /\.command\.ts$/,
  /^src\/(cli|platform\/api|feedback\/api|feedback\/custom-metrics\/api|platform\/metrics)\//,
  /^src\/(demo|generate)\//,
  // Content, like a file of content/campaigns.
  /^src\/campaigns\/studio\/love-week\.ts$/,
  /^src\/[a-z.]+\.ts$/,
  /^src\/platform\/(config|variables|log|terminal|worker-process|taken-port)\.ts$/,
  /^src\/platform\/database\//,
  // Conventions of estimators, which method notes and the command line give in the words of the field.
  /^src\/statistics\//,
  // For the command line and for programs.
  /^src\/impact\/estimate\//,
  /^src\/feedback\/imports\/import-ahead\.ts$/,
];
