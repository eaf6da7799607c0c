import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { can, type Permission } from '../permissions.js';

/** One entry of the page about somebody's own account; modules register theirs, so that sign-in knows none of them. */
export interface AccountLink {
  /** Marked with `msg`, since it is said in the reader's language later. */
  label: string;
  /** What is found there, in one sentence; marked with `msg`. */
  about: string;
  path: string;
  /** Ascending. */
  order: number;
  /** Everybody who is signed in unless given. */
  permission?: Permission;
  /** Asked of each reader, where a permission does not tell; shown unless given. */
  shows?(actor: Actor): boolean;
}

@Injectable()
export class AccountLinks {
  private links: AccountLink[] = [];

  register(link: AccountLink): void {
    this.links = [...this.links, link].sort((a, b) => a.order - b.order);
  }

  for(actor: Actor): AccountLink[] {
    return this.links
      .filter(({ permission }) => permission === undefined || can(actor, permission))
      .filter((link) => link.shows?.(actor) ?? true);
  }
}
