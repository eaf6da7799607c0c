import { Injectable, SetMetadata } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import type { EventKind } from './event.js';

export const WITHIN = 'cxu:within';
export const AFTER = 'cxu:after';

/** The method runs in the transaction that records the event: SQL only, `(tx, body) => Promise<void>`. */
export const Within = <B extends object>(event: EventKind<B>) => SetMetadata(WITHIN, event.kind);

/** The method runs as a job after commit, at least once: idempotent, `(body, context) => Promise<void>`. */
export const After = <B extends object>(event: EventKind<B>) => SetMetadata(AFTER, event.kind);

type WithinListener = (tx: Tx, body: object) => Promise<void>;

/** Which listeners wait for which event. Filled once at start by the explorer, read at every `tx.record`. */
@Injectable()
export class Listeners {
  private readonly withinOf = new Map<string, WithinListener[]>();
  private readonly afterOf = new Map<string, string[]>();

  addWithin(eventKind: string, listener: WithinListener): void {
    this.withinOf.set(eventKind, [...this.within(eventKind), listener]);
  }

  /** @param jobKind the job that runs the listener. */
  addAfter(eventKind: string, jobKind: string): void {
    this.afterOf.set(eventKind, [...this.after(eventKind), jobKind]);
  }

  within(eventKind: string): WithinListener[] {
    return this.withinOf.get(eventKind) ?? [];
  }

  after(eventKind: string): string[] {
    return this.afterOf.get(eventKind) ?? [];
  }
}
