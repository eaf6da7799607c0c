import { Injectable } from '@nestjs/common';

/**
 * Addresses to which other software posts without a page of ours before it. Such a post carries no token of a form: it proves
 * itself by what stands in it, which its handler checks before anything else. Modules register theirs.
 */
@Injectable()
export class ForeignPosts {
  private readonly paths = new Set<string>();

  allow(path: string): void {
    this.paths.add(path);
  }

  takes(path: string): boolean {
    return this.paths.has(path);
  }
}
