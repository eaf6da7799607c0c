import { rm } from 'node:fs/promises';
import { RuleBroken } from '../errors.js';
import { t } from '../language/t.js';

/** A file as it arrived. One on disk lies in the data folder, readable by nobody else, and is gone after the request unless kept. */
export class UploadedFile {
  private kept = false;

  constructor(
    /** As the sender calls it, without folders: for people to read, never a path. */
    readonly name: string,
    /** Bytes. */
    readonly size: number,
    /** Hex. */
    readonly sha256: string,
    private readonly place: { content: Buffer } | { path: string },
  ) {}

  /** @throws Error when the upload was declared for the disk. */
  get content(): Buffer {
    if ('content' in this.place) return this.place.content;
    throw new Error('This upload lies on disk.');
  }

  /** @throws Error when the upload was declared for memory. */
  get path(): string {
    if ('path' in this.place) return this.place.path;
    throw new Error('This upload lies in memory.');
  }

  /** Somebody looks after it from now on, by its path. */
  keep(): void {
    this.kept = true;
  }

  async discard(): Promise<void> {
    if (!this.kept && 'path' in this.place) await rm(this.place.path, { force: true });
  }
}

/** What came with a form: a file, or none. */
export class ReceivedUpload {
  constructor(
    private readonly field: string,
    readonly file: UploadedFile | null,
  ) {}

  /** @throws RuleBroken for the file's field when none was chosen or the one chosen holds nothing. */
  take(): UploadedFile {
    if (this.file === null) throw new RuleBroken(t('Choose a file.'), this.field);
    if (this.file.size === 0) throw new RuleBroken(t('That file is empty. Choose another one.'), this.field);
    return this.file;
  }
}

const LONGEST_NAME = 150;

/** The last part of whatever path a sender wrote, without characters that could not be shown. */
export function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const shown = [...last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()].slice(0, LONGEST_NAME).join('');
  return shown === '' || /^\.+$/.test(shown) ? 'file' : shown;
}
