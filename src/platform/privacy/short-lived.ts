import { Injectable } from '@nestjs/common';

/** What goes so soon that nobody has to decide about it: tries to sign in, uploaded files. */
export interface ShortLived {
  /** Marked with `msg`, as `kept`: 'Files that were uploaded for an import'. */
  what: string;
  /** 'One day'. */
  kept: string;
}

/** For the pages that say how long things are kept; each module sees itself to what it enters here. */
@Injectable()
export class ShortLivedData {
  private readonly known: ShortLived[] = [];

  register(...entries: readonly ShortLived[]): void {
    this.known.push(...entries);
  }

  get all(): readonly ShortLived[] {
    return this.known;
  }
}
