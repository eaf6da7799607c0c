import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { LOG, type Log } from '../log.js';

/** Counts what somebody has not read yet; the notifications module registers it. */
export type UnreadSource = (actor: Actor) => Promise<number>;

/** How many unread messages the top of a page shows. One cheap statement, and a page without it is still a page. */
@Injectable()
export class UnreadSlot {
  private source: UnreadSource | null = null;

  constructor(@Inject(LOG) private readonly log: Log) {}

  fill(source: UnreadSource): void {
    this.source = source;
  }

  async of(actor: Actor): Promise<number> {
    try {
      return (await this.source?.(actor)) ?? 0;
    } catch (error) {
      this.log.warn({ err: error }, 'Unread messages could not be counted');
      return 0;
    }
  }
}
