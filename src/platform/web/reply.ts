import type { CsvDownload } from './csv-download.js';
import type { FileDownload } from './file-download.js';
import type { Frames } from './frames.js';

/** What a handler returns instead of touching the response. */
export type Reply = Page | SeeOther | Download | FileDownload | CsvDownload;

export interface PageOptions {
  status?: number;
  layout?: 'main' | 'player' | 'bare';
  theme?: 'love' | null;
  /** The shop's awning under the fascia, where the week's theme is sold. */
  awning?: boolean;
  /** Workbench pages: quieter, denser. */
  bench?: boolean;
  /** Holds a frame, or may stand in one of our own pages. */
  frames?: Frames;
}

/** Every page has a browser title; the rest of the model is what its template prints. */
export type Model = { title: string } & Record<string, unknown>;

export class Page {
  constructor(
    readonly view: string,
    readonly model: Model,
    readonly options: PageOptions = {},
  ) {}
}

export class SeeOther {
  constructor(
    readonly path: string,
    /** A sentence shown once on the next page. */
    readonly flash: string | null = null,
  ) {}
}

export class Download {
  constructor(
    readonly fileName: string,
    readonly contentType: string,
    readonly body: string | Buffer,
  ) {}
}

/** @param view `module/name` below views/. */
export function page<M extends { title: string }>(view: string, model: M, options?: PageOptions): Page {
  return new Page(view, { ...model }, options);
}

/** Where the browser goes after a POST (303). `path` is always one of ours, never something that was posted. */
export function seeOther(path: string, options: { flash?: string } = {}): SeeOther {
  return new SeeOther(path, options.flash ?? null);
}
