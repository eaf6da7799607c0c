import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../actor.js';

/** Keeps what was posted after a session or its token had ended, for the same person after sign-in. */
export interface PostKeeper {
  /** The path that gives the fields back, or null when nobody is known to own them. */
  keep(request: Request, actor: Actor | null): Promise<string | null>;
}

/** Holds the keeper that the sign-in module registers; without one, nothing is kept. */
@Injectable()
export class PostKeeperSlot implements PostKeeper {
  private keeper: PostKeeper = { keep: () => Promise.resolve(null) };

  fill(keeper: PostKeeper): void {
    this.keeper = keeper;
  }

  keep(request: Request, actor: Actor | null): Promise<string | null> {
    return this.keeper.keep(request, actor);
  }
}
