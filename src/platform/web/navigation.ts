import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { t } from '../language/t.js';

/** One entry of the main navigation; modules register theirs, so that the platform knows none of them. */
export interface NavigationItem {
  /** Marked with `msg`, since it is said in the reader’s language later. */
  label: string;
  path: string;
  /** Other paths whose pages belong to this entry. */
  covers?: readonly string[];
  /** Symbol of the icon sprite. */
  icon: string;
  /** Ascending; at most five show on a phone. */
  order: number;
  shows(actor: Actor): boolean;
}

export interface NavigationLink {
  label: string;
  path: string;
  icon: string;
  current: boolean;
}

@Injectable()
export class Navigation {
  private items: NavigationItem[] = [];

  register(item: NavigationItem): void {
    this.items = [...this.items, item].sort((a, b) => a.order - b.order);
  }

  linksFor(actor: Actor | null, path: string): NavigationLink[] {
    if (actor === null) return [];
    const shown = this.items.filter((item) => item.shows(actor));
    const current = longest(
      shown.filter((item) => [item.path, ...(item.covers ?? [])].some((root) => holds(root, path))),
    );
    return shown.map((item) => ({ label: t(item.label), path: item.path, icon: item.icon, current: item === current }));
  }
}

const holds = (root: string, path: string) =>
  root === '/' ? path === '/' : path === root || path.startsWith(`${root}/`);

const longest = (items: NavigationItem[]) => items.sort((a, b) => b.path.length - a.path.length)[0];
