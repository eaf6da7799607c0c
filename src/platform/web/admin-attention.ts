import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { can, type Permission } from '../permissions.js';

/** Something that an administrator should put right, in the reader's language, with where it is put right. */
export interface Attention {
  text: string;
  action: { text: string; path: string };
}

/** A module's question: is there anything that somebody with this permission should look at? */
export interface AttentionAsked {
  permission: Permission;
  ask(): Promise<Attention | null>;
}

/** What stands first on the index page for administrators; modules register what they watch, so that the platform knows none. */
@Injectable()
export class AdminAttention {
  private readonly asked: AttentionAsked[] = [];

  register(...asked: readonly AttentionAsked[]): void {
    this.asked.push(...asked);
  }

  async for(actor: Actor): Promise<Attention[]> {
    const answers = await Promise.all(
      this.asked.filter(({ permission }) => can(actor, permission)).map((one) => one.ask()),
    );
    return answers.filter((answer) => answer !== null);
  }
}
