import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../../platform/actor.js';
import { formOwner } from '../../platform/web/csrf.js';
import { type PostKeeper, PostKeeperSlot } from '../../platform/web/post-keeper.js';
import { fieldsToHold } from './held-fields.js';
import { HeldPostsQueries } from './held-posts.queries.js';
import { DEVICE_COOKIE, readDevice } from '../known-device.js';
import { localPath } from '../../platform/web/local-path.js';
import { heldPostPath, SIGN_IN_PATH, SIGN_OUT_PATH, signInFor, signOutEverywherePath } from '../paths.js';

/** Sent a second time, there is nobody left to sign out. */
const ENDS_SESSIONS = [SIGN_OUT_PATH, signOutEverywherePath];

/** Keeps an answer that was sent after its session or token had ended, so that nobody has to write it twice. */
@Injectable()
export class HeldPosts implements PostKeeper, OnModuleInit {
  constructor(
    private readonly slot: PostKeeperSlot,
    private readonly queries: HeldPostsQueries,
  ) {}

  onModuleInit(): void {
    this.slot.fill(this);
  }

  async keep(request: Request, actor: Actor | null): Promise<string | null> {
    if (ENDS_SESSIONS.includes(request.path) && actor === null) return SIGN_IN_PATH;
    const personId = writerOf(request, actor);
    const fields = fieldsToHold(request.path, request.body);
    const path = localPath(request.originalUrl);
    if (personId === undefined || fields === null || path === '/') return null;
    const id = randomUUID();
    await this.queries.hold(id, personId, path, fields);
    return actor === null ? signInFor(heldPostPath(id)) : heldPostPath(id);
  }
}

/**
 * Whose answer it is: of the people who signed in on this browser (its signed cookie names them) the one whose page the
 * form was on, else the last. Of a stranger nothing is kept, nor of a colleague in whose place somebody else is signed in.
 */
function writerOf(request: Request, actor: Actor | null): number | undefined {
  const cookies = request.signedCookies as Record<string, unknown> | undefined;
  const known = actor === null ? (readDevice(cookies?.[DEVICE_COOKIE])?.personIds ?? []) : [actor.personId];
  const owner = formOwner(request);
  return owner === null ? known[0] : known.find((personId) => personId === owner);
}
