import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { can, type Permission } from '../permissions.js';

/** One entry of the index page for administrators; modules register theirs, so that the platform knows none of them. */
export interface AdminLink {
  /** Marked with `msg`, since it is said in the reader's language later. */
  label: string;
  /** What is done there, in one sentence; marked with `msg`. */
  about: string;
  path: string;
  /** Ascending. */
  order: number;
  permission: Permission;
}

@Injectable()
export class AdminLinks {
  private links: AdminLink[] = [];

  register(link: AdminLink): void {
    this.links = [...this.links, link].sort((a, b) => a.order - b.order);
  }

  for(actor: Actor): AdminLink[] {
    return this.links.filter((link) => can(actor, link.permission));
  }
}
