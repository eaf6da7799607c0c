import { Injectable } from '@nestjs/common';

/** A strip above every page, such as the demo's choice of moment. Each choice is a button that posts `moment` to `path`. */
export interface Banner {
  sentence: string;
  path: string;
  choices: { key: string; label: string; current: boolean }[];
}

/** Holds the one source of the banner, if a module registered it. */
@Injectable()
export class BannerSlot {
  private source: () => Banner | null = () => null;

  fill(source: () => Banner | null): void {
    this.source = source;
  }

  current(): Banner | null {
    return this.source();
  }
}
