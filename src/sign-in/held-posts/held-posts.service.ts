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
import { counterLockPath, counterPath } from '../shared-devices/paths.js';
import { SharedPlacesQueries } from '../shared-devices/shared-places.queries.js';
import { heldPostPath, SIGN_IN_PATH, SIGN_OUT_PATH, signInFor, signOutEverywherePath } from '../paths.js';

/** Sent a second time, there is nobody left to sign out. */
const ENDS_SESSIONS = [SIGN_OUT_PATH, signOutEverywherePath, counterLockPath];

/** Keeps an answer that was sent after its session or token had ended, so that nobody has to write it twice. */
@Injectable()
export class HeldPosts implements PostKeeper, OnModuleInit {
  constructor(
    private readonly slot: PostKeeperSlot,
    private readonly queries: HeldPostsQueries,
    private readonly places: SharedPlacesQueries,
  ) {}

  onModuleInit(): void {
    this.slot.fill(this);
  }

  async keep(request: Request, actor: Actor | null): Promise<string | null> {
    if (ENDS_SESSIONS.includes(request.path) && actor === null) return request.shared ? counterPath : SIGN_IN_PATH;
    const personId = await this.writerOf(request, actor);
    const fields = fieldsToHold(request.path, request.body);
    const path = localPath(request.originalUrl);
    if (personId === undefined || fields === null || path === '/') return null;
    const id = randomUUID();
    await this.queries.hold(id, personId, path, fields);
    if (actor !== null) return heldPostPath(id);
    return request.shared ? this.atTheCounter(request.shared.device.id, personId, id) : signInFor(heldPostPath(id));
  }

  /**
   * Whose answer it is: of the people who signed in on this browser the one whose page the form was on, else the last. Of a
   * stranger nothing is kept, nor of a colleague in whose place somebody else is signed in. On a shared device the page has
   * to say whose it was, and they must have been at work there.
   */
  private async writerOf(request: Request, actor: Actor | null): Promise<number | undefined> {
    const owner = formOwner(request);
    if (actor === null && request.shared) {
      return (await this.places.wasHere(request.shared.device.id)).find((personId) => personId === owner);
    }
    const known = actor === null ? knownHere(request) : [actor.personId];
    return owner === null ? known[0] : known.find((personId) => personId === owner);
  }

  /** The address says nothing: whoever wrote it is led there after their PIN. */
  private async atTheCounter(deviceId: number, personId: number, id: string): Promise<string> {
    await this.places.remember({ deviceId, personId }, heldPostPath(id));
    return counterPath;
  }
}

/** Who signed in on this browser, as its signed cookie says; the latest first. */
function knownHere(request: Request): number[] {
  const cookies = request.signedCookies as Record<string, unknown> | undefined;
  return readDevice(cookies?.[DEVICE_COOKIE])?.personIds ?? [];
}
