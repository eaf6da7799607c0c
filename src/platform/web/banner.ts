import { Injectable } from '@nestjs/common';

/** A strip above pages, such as the demo's choice of moment. Each choice is a button that posts `moment` to `path`. */
export interface Banner {
  sentence: string;
  path: string;
  choices: { key: string; label: string; current: boolean }[];
  /** Something to look at from this page. */
  link: { text: string; path: string } | null;
}

/** Holds the one source of the banner, if a module registered it. */
@Injectable()
export class BannerSlot {
  private source: (pagePath: string) => Banner | null = () => null;

  fill(source: (pagePath: string) => Banner | null): void {
    this.source = source;
  }

  current(pagePath: string): Banner | null {
    return this.source(pagePath);
  }
}
