import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';

/** Something worth doing after a course. */
export interface NextCard {
  title: string;
  /** One short line: why, or by when. */
  text: string;
  action: { text: string; path: string };
}

/** Somebody who knows what comes next: assignments (the next due course), campaigns (today's pledge). */
export interface NextSource {
  cardsFor(actor: Actor, courseId: number): Promise<NextCard[]>;
}

/** Gathers what the page after a course offers, in the order in which the sources registered. */
@Injectable()
export class WhatNext {
  private readonly sources: NextSource[] = [];

  register(source: NextSource): void {
    this.sources.push(source);
  }

  async after(actor: Actor, courseId: number): Promise<NextCard[]> {
    return (await Promise.all(this.sources.map((source) => source.cardsFor(actor, courseId)))).flat();
  }
}
