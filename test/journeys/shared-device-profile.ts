import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type BrowserContext, type Page } from 'playwright-core';
import { DESK, openProfile } from '../support/browser.js';

/** A browser with a folder of its own on the disk, as the one on a counter PC: it can be closed and opened again. */
export interface ProfileOnDisk {
  /** Opens it; `restore` brings back the tabs of last time, as after a crash or with “continue where you left off”. */
  open(options?: { javaScript?: boolean; restore?: boolean }): Promise<{ context: BrowserContext; page: Page }>;
  /** Closes it, so that everything it keeps is written. */
  close(): Promise<void>;
  /** Every file that holds one of these texts, as `file: text`; read raw, as UTF-8 and as UTF-16. Only while closed. */
  holding(texts: readonly string[]): string[];
  /** The addresses that files of this folder name, without those of styles and scripts. Only while closed. */
  addressesBelow(folder: RegExp): string[];
  remove(): Promise<void>;
}

export function profileOnDisk(url: string): ProfileOnDisk {
  const folder = mkdtempSync(join(tmpdir(), 'cxu-profile-'));
  let context: BrowserContext | null = null;
  const files = () => filesBelow(folder).map((file) => ({ name: relative(folder, file), bytes: readFileSync(file) }));
  const close = async () => {
    await context?.close();
    context = null;
  };
  return {
    open: async ({ javaScript = true, restore = false } = {}) => {
      context = await openProfile(folder, { ...DESK, javaScript, baseURL: url, restore });
      return { context, page: context.pages()[0] ?? (await context.newPage()) };
    },
    close,
    holding: (texts) =>
      files().flatMap(({ name, bytes }) =>
        texts.filter((text) => asStored(text).some((one) => bytes.includes(one))).map((text) => `${name}: ${text}`),
      ),
    addressesBelow: (wanted) => {
      const kept = files().filter(({ name }) => wanted.test(name));
      const named = kept.flatMap(
        ({ bytes }) => bytes.toString('latin1').match(/https?:\/\/127\.0\.0\.1:\d+[\w/.?=&%-]*/g) ?? [],
      );
      const paths = named
        .filter((one) => one.startsWith(url))
        .map((one) => one.slice(url.length).replace(/[?#].*/, ''));
      return [...new Set(paths)].filter((path) => path !== '' && path !== '/' && !path.startsWith('/assets/'));
    },
    remove: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const asStored = (text: string) => [Buffer.from(text), Buffer.from(text, 'utf16le')];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
